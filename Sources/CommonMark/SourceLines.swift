import HTMLBytes

/// Where the lines of a text lie, counted as the C library counts them: from the first byte of the Markdown on.
struct SourceLines {
    private let source: UnsafeBufferPointer<UInt8>
    /// Offsets of the lines' first bytes, and behind them one of the end of the text.
    private let starts: UnsafeBufferPointer<Int>

    /// - Parameter starts: where the offsets are kept, which must not change as long as the lines are used.
    init(_ source: UnsafeBufferPointer<UInt8>, from bodyStart: Int, in starts: inout Buffer<Int>) {
        starts.removeAll()
        starts.append(bodyStart)
        if source.firstIndex(of: .carriageReturn, from: bodyStart) == source.count {
            // Ends of lines are few, and looked for many bytes at a time.
            for end in source.places(of: .newline, from: bodyStart) { starts.append(end + 1) }
        } else {
            for offset in bodyStart..<source.count where source[offset].endsLine {
                let isHalf = source[offset] == .carriageReturn && offset + 1 < source.count && source[offset + 1] == .newline
                if !isHalf { starts.append(offset + 1) }
            }
        }
        if starts.last != source.count { starts.append(source.count) }
        self.source = source
        self.starts = starts.elements
    }

    var count: Int { starts.count - 1 }

    /// The offset of a line's first byte; lines outside the text lie at its nearest end.
    func start(of line: Int) -> Int {
        starts.isEmpty ? 0 : starts[min(max(line - 1, 0), starts.count - 1)]
    }

    /// A line without its end and without blanks before it.
    func trimmed(_ line: Int) -> Range<Int> {
        guard line >= 1, line < starts.count else { return start(of: line)..<start(of: line) }
        let start = starts[line - 1]
        var end = starts[line]
        while end > start, source[end - 1].isWhitespace { end -= 1 }
        return start..<end
    }
}
