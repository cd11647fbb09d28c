/// The path of a request: what of the address says which file of the site is wanted.
///
/// It is looked up in the list of the site's files, never in a file system; that nothing strange is let through is a second wall, not the first.
struct RequestPath: Hashable, Sendable {
    /// Longer than any path of a site on a disk.
    static let longest = 4_096

    enum Refusal: Error {
        case tooLong
        /// Not the path of a file of any site.
        case malformed
    }

    /// Without the first slash: `fr/core/`, `fr/core/defis.html`; empty for the root.
    let string: String

    /// - Parameter target: as a request line has it, with the query: `/fr/core/?x=1`.
    init(target: String) throws(Refusal) {
        guard target.utf8.count <= Self.longest else { throw .tooLong }
        guard target.utf8.first == UInt8(ascii: "/") else { throw .malformed }
        let path = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        var names = [String]()
        for encoded in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let bytes = Self.decoded(encoded), let name = String(validating: bytes, as: UTF8.self), Self.isPlain(bytes) else {
                throw .malformed
            }
            names.append(name)
        }
        // A slash at the end leaves an empty name, and so does nothing but a slash; elsewhere there is none.
        guard names.dropLast().allSatisfy({ !$0.isEmpty }), !names.contains("."), !names.contains("..") else { throw .malformed }
        string = names.joined(separator: "/")
    }

    /// Decodes once: what is encoded twice stays the name of a file that there is not.
    private static func decoded(_ encoded: Substring.UTF8View.SubSequence) -> [UInt8]? {
        var bytes = [UInt8]()
        var rest = encoded
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Without control characters, and without what parts names on some system.
    private static func isPlain(_ name: [UInt8]) -> Bool {
        !name.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    }
}
