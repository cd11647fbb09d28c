/// Where the attributes stand in the bytes of a start tag that is known to be well-formed.
struct XMLTag {
    /// For each attribute that declares no namespace, in the order of the text: its name and its value, without the quotes.
    private(set) var attributes: [(name: Range<Int>, value: Range<Int>)] = []

    /// - Parameters:
    ///   - bytes: the file.
    ///   - range: from `<` to `>`.
    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        let tag = bytes[range.clamped(to: 0..<bytes.count)]
        var rest = tag.drop { !$0.isXMLSpace && $0 != UInt8(ascii: ">") }
        while true {
            rest = rest.drop { $0.isXMLSpace }
            let start = rest.startIndex
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")),
                let open = rest[equals...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
                let close = rest[(open + 1)...].firstIndex(of: rest[open])
            else { return }
            let name = start..<(rest[start..<equals].firstIndex { $0.isXMLSpace } ?? equals)
            let text = bytes[name]
            if !text.elementsEqual("xmlns".utf8), !text.starts(with: "xmlns:".utf8) { attributes.append((name, open + 1..<close)) }
            rest = rest[(close + 1)...]
        }
    }
}

extension UInt8 {
    fileprivate var isXMLSpace: Bool { self == 0x20 || (0x09...0x0A).contains(self) || self == 0x0D }
}
