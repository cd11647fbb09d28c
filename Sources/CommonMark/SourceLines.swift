/// Where the lines of a text lie, counted as the C library counts them: from the first byte of the Markdown on.
struct SourceLines {
    private let source: UnsafeBufferPointer<UInt8>
    /// Offsets of the lines' first bytes, and behind them one of the end of the text.
    private var starts: [Int] = []

    init(_ source: UnsafeBufferPointer<UInt8>, from bodyStart: Int, reusing starts: [Int]) {
        self.source = source
        self.starts = starts
        self.starts.removeAll(keepingCapacity: true)
        self.starts.append(bodyStart)
        var offset = bodyStart
        while offset < source.count {
            let byte = source[offset]
            offset += 1
            if byte > .carriageReturn { continue }
            if byte == .newline || byte == .carriageReturn && !(offset < source.count && source[offset] == .newline) {
                self.starts.append(offset)
            }
        }
        if self.starts.last != source.count { self.starts.append(source.count) }
    }

    /// For the next text, which saves growing anew.
    var storage: [Int] { starts }

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
