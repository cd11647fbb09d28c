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

    /// Finds the lines; LF, CRLF and CR each end one.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        // Editors show no byte order mark, and count none.
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (offset, byte) in bytes.enumerated() {
            let endsLine =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
            if endsLine { starts.append(offset + 1) }
        }
        lineStarts = starts
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
        SourceLocation(path: path, start: start, end: end, excerpt: line(start.line))
    }

    /// The text of a line, without its end; nothing where there is no such line. Bytes that are not UTF-8 become U+FFFD.
    public func line(_ number: Int) -> String? {
        guard (1...lineStarts.count).contains(number) else { return nil }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, lineStarts[0]), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let scalars = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self).unicodeScalars
        return SourcePosition(line: low + 1, column: scalars.count + 1)
    }
}
