/// Where the text of a leaf block, as the library holds it, lies in the source.
///
/// The library strips what containers put before each line and the `\` of `\|` in tables; all other bytes are those of the source. So
/// each line of the text, without blanks at its ends, is a part of a source line, and the two can be laid side by side.
struct LeafAlignment {
    /// The block, in the source.
    var range: Range<Int>
    /// One at least.
    private var lines: [Line] = []
    /// Offsets in the text of the pipes that have lost their backslash.
    private var escapedPipes: [Int] = []

    /// A paragraph or setext heading whose last line is `lastLine`; nil if its text is not there. `tail` bytes of its last line are
    /// not in the text.
    init?(
        _ text: UnsafeBufferPointer<UInt8>, endingIn lastLine: Int, tail: Int = 0, unescapesPipes: Bool = false,
        source: UnsafeBufferPointer<UInt8>, lines sourceLines: SourceLines
    ) {
        var end = text.count
        while end > 0, text[end - 1].isWhitespace { end -= 1 }
        guard end > 0 else { return nil }
        var line = lastLine
        var tail = tail
        range = 0..<0
        while true {
            let lineStart = text[..<end].lastIndex(of: .newline).map { $0 + 1 } ?? 0
            let start = text[lineStart..<end].firstIndex { !$0.isBlank } ?? lineStart
            let last = text[start..<end].lastIndex { !$0.isWhitespace } ?? start - 1
            let piece = UnsafeBufferPointer(rebasing: text[start..<last + 1])
            let written = sourceLines.trimmed(line)
            guard !piece.isEmpty, written.count >= tail,
                let place = Self.suffix(piece, of: written.lowerBound..<written.upperBound - tail, source, unescapesPipes)
            else { return nil }
            range = place..<(lines.isEmpty ? written.upperBound : range.upperBound)
            lines.append(Line(start: lineStart, text: start, source: place))
            if unescapesPipes { noteEscapes(in: piece, at: start, source: source, from: place) }
            tail = 0
            line -= 1
            guard lineStart > 0 else { break }
            end = lineStart - 1
        }
        lines.reverse()
        escapedPipes.sort()
    }

    /// A text of one line that begins at an offset of the source.
    init(
        _ text: UnsafeBufferPointer<UInt8>, at offset: Int, range: Range<Int>, unescapesPipes: Bool = false,
        source: UnsafeBufferPointer<UInt8>
    ) {
        self.range = range
        lines = [Line(start: 0, text: 0, source: offset)]
        if unescapesPipes { noteEscapes(in: text, at: 0, source: source, from: offset) }
    }

    /// The place in the source of a range of the text.
    func place(of range: Range<Int>) -> Range<Int> {
        let start = place(of: range.lowerBound)
        return start..<(range.isEmpty ? start : max(start, end(after: range.upperBound - 1)))
    }

    /// Where in the source a byte of the text ends.
    func end(after offset: Int) -> Int {
        let line = line(of: offset)
        return place(of: offset) + (offset < line.text ? 0 : 1)
    }

    private func place(of offset: Int) -> Int {
        let line = line(of: offset)
        let backslashes = escapedPipes.isEmpty ? 0 : escapedPipes.count { $0 < offset && $0 >= line.text }
        return line.source + max(offset - line.text, 0) + backslashes
    }

    private func line(of offset: Int) -> Line {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return lines[low]
    }

    /// The offset of a line in the text, and of its first character the offsets in the text and in the source. A lazy line still has
    /// the blanks before it, or what became of them.
    private struct Line {
        let start: Int
        let text: Int
        let source: Int
    }

    // MARK: - Laying side by side

    /// Where in a line of the source a text ends that begins at `offset`; nil where it is another.
    static func match(
        _ text: UnsafeBufferPointer<UInt8>, at offset: Int, upTo end: Int, _ source: UnsafeBufferPointer<UInt8>, unescapesPipes: Bool
    ) -> Int? {
        var place = offset
        for byte in text {
            guard place < end else { return nil }
            if unescapesPipes, byte == .pipe, source[place] == .backslash { place += 1 }
            guard place < end, source[place] == byte else { return nil }
            place += 1
        }
        return place
    }

    /// Where a text begins with which a line ends.
    private static func suffix(
        _ text: UnsafeBufferPointer<UInt8>, of line: Range<Int>, _ source: UnsafeBufferPointer<UInt8>, _ unescapesPipes: Bool
    ) -> Int? {
        var place = line.upperBound
        for byte in text.reversed() {
            guard place > line.lowerBound, source[place - 1] == byte else { return nil }
            place -= 1
            if unescapesPipes, byte == .pipe, place > line.lowerBound, source[place - 1] == .backslash { place -= 1 }
        }
        return place
    }

    private mutating func noteEscapes(
        in text: UnsafeBufferPointer<UInt8>, at start: Int, source: UnsafeBufferPointer<UInt8>, from place: Int
    ) {
        var place = place
        for (offset, byte) in text.enumerated() {
            if byte == .pipe, place < source.count, source[place] == .backslash {
                escapedPipes.append(start + offset)
                place += 1
            }
            place += 1
        }
    }
}
