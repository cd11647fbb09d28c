extension [UInt8] {
    /// Appends text as HTML: `& < > "` by name, fit for content and for attributes in double quotes.
    public mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { appendEscapedRuns($0) }
        if isDone == nil { Array(text).withUnsafeBufferPointer { appendEscapedRuns($0) } }
    }

    /// The same for a string.
    public mutating func appendEscaped(_ text: String) {
        appendEscaped(text.utf8)
    }

    /// Runs of bytes that stand for themselves go over at once.
    private mutating func appendEscapedRuns(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            guard let entity = Self.entity(for: text[index]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(contentsOf: entity.utf8)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    @inline(__always)
    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}
