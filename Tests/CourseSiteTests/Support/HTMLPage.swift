/// The tags of a page. It reads what a template of these tests writes, not any HTML.
struct HTMLPage {
    struct Tag: Hashable {
        let name: String
        let attributes: [String: String]
        /// What follows, up to the next tag.
        let text: String

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

    let source: String
    let tags: [Tag]

    init(_ source: String) {
        self.source = source
        tags = source.split(separator: "<").compactMap { piece in
            guard let first = piece.first, first.isLetter, let end = Self.endOfTag(piece) else { return nil }
            var attributes = [String: String]()
            let name = piece.prefix { $0.isLetter || $0.isNumber }
            var rest = piece[name.endIndex..<end]
            while let equals = rest.firstIndex(of: "=") {
                let key = rest[..<equals].split(separator: " ").last ?? ""
                let value = rest[rest.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
                attributes[String(key)] = Self.unescaped(value)
                rest = rest[value.endIndex...].dropFirst()
            }
            return Tag(name: String(name), attributes: attributes, text: Self.unescaped(piece[piece.index(after: end)...]))
        }
    }

    private static func endOfTag(_ piece: Substring) -> Substring.Index? {
        var isQuoted = false
        return piece.indices.first { index in
            if piece[index] == "\"" { isQuoted.toggle() }
            return piece[index] == ">" && !isQuoted
        }
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }

    func tags(_ name: String, class ownClass: String? = nil) -> [Tag] {
        tags.filter { $0.name == name && (ownClass == nil || $0["class"] == ownClass) }
    }

    /// The addresses of the links of a class.
    func hrefs(_ ownClass: String) -> [String] { tags("a", class: ownClass).compactMap { $0["href"] } }

    /// The texts of the links of a class.
    func texts(_ ownClass: String) -> [String] { tags("a", class: ownClass).map(\.text) }

    /// The addresses of links in the page's own text.
    var links: [String] { tags("a").filter { [nil, "term"].contains($0["class"]) && $0["hreflang"] == nil }.compactMap { $0["href"] } }

    var ids: [String] { tags.compactMap { $0["id"] } }

    /// Everything that leads somewhere or loads something.
    var addresses: [String] { tags.flatMap { [$0["href"], $0["src"]].compactMap(\.self) } }
}
