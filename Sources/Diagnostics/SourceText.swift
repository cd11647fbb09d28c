/// A text file as its author wrote it: the bytes, and where each line begins.
///
/// Parsers speak in byte offsets; people and editors speak in lines and columns. This is where the one becomes the other, and
/// only when something is to be said about the text: nothing here runs for a page without a mistake.
public struct SourceText: Sendable {
    /// Relative to the project, as it is shown to people.
    public let path: String
    /// As they are in the file, whatever the encoding.
    public let bytes: [UInt8]
    private let lineStarts: [Int]
    /// How many characters there are before each block of bytes: a line may have millions, with a mistake at every tenth.
    private let charactersBefore: [Int]

    private static let block = 1_024
    /// How many characters of a line are shown at most before a place, and how many from it on.
    private static let margin = 200

    /// Finds the lines; LF, CRLF and CR each end one.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        // Editors show no byte order mark, and count none.
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var counts = [Int]()
        counts.reserveCapacity(bytes.count / Self.block + 1)
        var characters = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.block == 0 { counts.append(characters) }
            if byte.beginsCharacter { characters += 1 }
            let endsLine =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
            if endsLine { starts.append(offset + 1) }
        }
        lineStarts = starts
        charactersBefore = counts
    }

    /// The number of lines; an empty text has one.
    public var lineCount: Int { lineStarts.count }

    /// The place of a byte range. Offsets outside the text are moved to its nearest end, so that every range has a place.
    public func location(of range: Range<Int>) -> SourceLocation {
        let start = position(of: range.lowerBound)
        return location(from: start, to: max(start, position(of: range.upperBound)))
    }

    /// The place between two positions. Lines that the text does not have are shown without an excerpt.
    public func location(from start: SourcePosition, to end: SourcePosition) -> SourceLocation {
        guard let line = line(start.line) else { return SourceLocation(path: path, start: start, end: end, excerpt: nil) }
        let first = characters(before: line.lowerBound)
        let column = min(max(start.column, 1), characters(before: line.upperBound) - first + 1)
        let place = offset(ofCharacter: first + column - 1, upTo: line.upperBound)
        // A character has four bytes at most; what is none may have any number.
        let lower = column <= Self.margin ? line.lowerBound : offset(ofCharacter: first + column - 1 - Self.margin, upTo: place)
        let upper = min(offset(ofCharacter: first + column - 1 + Self.margin, upTo: line.upperBound), place + 4 * Self.margin)
        return SourceLocation(
            path: path, start: start, end: end, excerpt: String(decoding: bytes[lower..<upper], as: UTF8.self),
            excerptColumn: max(column - Self.margin, 1))
    }

    /// The bytes of a line, without its end; nothing where there is no such line.
    private func line(_ number: Int) -> Range<Int>? {
        guard (1...lineStarts.count).contains(number) else { return nil }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, lineStarts[0]), bytes.count)
        let line = lineStarts.lastIndex(notAbove: offset)
        return SourcePosition(line: line + 1, column: characters(before: offset) - characters(before: lineStarts[line]) + 1)
    }

    // MARK: - Characters

    private func characters(before offset: Int) -> Int {
        guard !charactersBefore.isEmpty else { return 0 }
        let block = min(offset / Self.block, charactersBefore.count - 1)
        return charactersBefore[block] + bytes[(block * Self.block)..<offset].count(where: \.beginsCharacter)
    }

    /// Where a character of the text begins, counted from 0.
    private func offset(ofCharacter number: Int, upTo end: Int) -> Int {
        guard !charactersBefore.isEmpty else { return 0 }
        let block = charactersBefore.lastIndex(notAbove: number)
        var offset = block * Self.block
        var left = number - charactersBefore[block]
        while offset < end {
            if bytes[offset].beginsCharacter {
                if left == 0 { break }
                left -= 1
            }
            offset += 1
        }
        return min(offset, end)
    }
}

extension UInt8 {
    /// In UTF-8.
    fileprivate var beginsCharacter: Bool { self & 0xC0 != 0x80 }
}

extension [Int] {
    /// Of a row that rises: where the last of those stands that are not above a value; 0 if there is none.
    fileprivate func lastIndex(notAbove value: Int) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
