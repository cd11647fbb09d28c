/// The names that pages and headings have in addresses.
enum Slug {
    /// A file's or folder's name without the number that orders it: `01-challenges` is `challenges`.
    static func withoutOrder(_ name: some StringProtocol) -> String {
        let digits = name.utf8.prefix(while: isASCIIDigit).count
        let rest = name.dropFirst(digits)
        guard digits > 0, rest.hasPrefix("-"), rest.count > 1 else { return String(name) }
        return String(rest.dropFirst())
    }

    /// An anchor the way GitHub makes it: lower case, letters, digits, marks, `_` and `-` kept, blanks to hyphens, the rest dropped.
    static func anchor(for text: String) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "_", "-": slug.unicodeScalars.append(scalar)
            case "A"..."Z": slug.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case " ": slug.append("-")
            default:
                if isWordLike(scalar) { slug += scalar.properties.lowercaseMapping }
            }
        }
        // The markup's own ids begin `l-`, and an anchor needs a name.
        while slug.hasPrefix("l-") { slug.removeFirst(2) }
        return slug.isEmpty ? "section" : slug
    }

    /// A letter, a digit, or a mark on one, without which many scripts cannot be written.
    private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        }
    }

    /// Whether an author's slug can be the name of a file in an address.
    static func isUsable(_ slug: String) -> Bool {
        !slug.isEmpty && slug.utf8.count <= 200 && slug != "." && slug != ".."
            && slug.unicodeScalars.allSatisfy { isWordLike($0) || $0 == "-" || $0 == "." }
    }
}
