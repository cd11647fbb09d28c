/// Where the values of a front matter stand, which only who has something to say about one needs to know.
enum FrontMatterPlaces {
    /// - Parameter bodyStart: the offset of the first byte of Markdown.
    /// - Returns: the values by key; nothing where there is no front matter that can be read.
    static func values(in bytes: [UInt8], before bodyStart: Int) -> [String: YAMLNode] {
        let start = TextEncoding.start(of: bytes)
        guard bodyStart > start, let yaml = between(start, bodyStart, in: bytes), let root = try? YAMLReader.read(yaml, startingAtLine: 2),
            case .mapping(let pairs) = root.value
        else { return [:] }
        var values = [String: YAMLNode]()
        for (key, value) in pairs { if case .scalar(let name, _) = key.value { values[name] = value } }
        return values
    }

    /// Without the first line and the last, which are its fences.
    private static func between(_ start: Int, _ end: Int, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        guard let first = bytes[start..<end].firstIndex(where: isEnd), let text = bytes[start..<end].lastIndex(where: { !isEnd($0) }),
            let last = bytes[start..<text].lastIndex(where: isEnd), first <= last
        else { return nil }
        let isPair = bytes[first] == UInt8(ascii: "\r") && first < last && bytes[first + 1] == UInt8(ascii: "\n")
        // Between two fences there may be nothing.
        return bytes[min(first + (isPair ? 2 : 1), last + 1)..<last + 1]
    }
}
