import HTMLBytes

/// Where libyaml's marks lie as everybody else counts lines: to YAML 1.1 some characters end a line that do not in an editor.
struct YAMLLines {
    /// U+0085, U+2028 and U+2029.
    private static let others: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

    private let text: UnsafeBufferPointer<UInt8>
    /// Whether the text has such characters; nearly none has.
    private let differ: Bool

    /// - Parameter text: UTF-8; it must outlive this.
    init(of text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        differ = Self.others.contains { text.range(of: $0) != nil }
    }

    /// The line and the column of a mark, both from 0.
    /// - Parameters:
    ///   - line: as libyaml counts it.
    ///   - column: as libyaml counts it.
    ///   - index: of the character from the text's beginning.
    func place(line: Int, column: Int, index: Int) -> (line: Int, column: Int) {
        guard differ else { return (line, column) }
        var place = (line: 0, column: 0)
        var left = index
        var last = UInt8(ascii: " ")
        for byte in text where byte & 0xC0 != 0x80 {
            if left == 0 { break }
            left -= 1
            switch byte {
            case UInt8(ascii: "\n") where last == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): place = (place.line + 1, 0)
            default: place.column += 1
            }
            last = byte
        }
        return place
    }
}
