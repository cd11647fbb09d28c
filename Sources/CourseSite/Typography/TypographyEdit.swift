/// A replacement in a text.
struct TypographyEdit: Sendable, Equatable {
    /// Which piece of the text.
    let piece: Int
    /// Which bytes of the buffer; empty where something is put in.
    let range: Range<Int>
    /// One character, or a quote and its space.
    let first: Unicode.Scalar
    let second: Unicode.Scalar?

    var last: Unicode.Scalar { second ?? first }

    /// Appends the replacement in UTF-8.
    func write(into output: inout [UInt8]) {
        append(first, to: &output)
        if let second { append(second, to: &output) }
    }

    private func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        if let bytes = UTF8.encode(scalar) { output.append(contentsOf: bytes) }
    }
}

extension Sequence<TypographyEdit> {
    /// Appends a piece of a text as these edits, which are all of them its own, leave it.
    func write(_ piece: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var position = piece.lowerBound
        for edit in self {
            output.append(contentsOf: bytes[position..<edit.range.lowerBound])
            edit.write(into: &output)
            position = edit.range.upperBound
        }
        output.append(contentsOf: bytes[position..<piece.upperBound])
    }
}
