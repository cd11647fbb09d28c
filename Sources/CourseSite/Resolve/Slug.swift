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
        var slug = [UInt8]()
        slug.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "_", "-": slug.append(UInt8(scalar.value))
            case "A"..."Z": slug.append(UInt8(scalar.value) | 0x20)
            case " ": slug.append(UInt8(ascii: "-"))
            case _ where scalar.isASCII: break
            // The lower case letters of French and its neighbours, which need no look into Unicode's tables.
            case "ß"..."ö", "ø"..."ÿ": slug.append(contentsOf: String(scalar).utf8)
            default:
                if isWordLike(scalar) { slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8) }
            }
        }
        // The markup's own ids begin `l-`, and an anchor needs a name.
        var anchor = slug[...]
        while anchor.starts(with: "l-".utf8) { anchor = anchor.dropFirst(2) }
        return anchor.isEmpty ? "section" : String(decoding: anchor, as: UTF8.self)
    }

    /// What stands for a text in the ids of exercises: an anchor without the hyphens that signs between blanks leave.
    static func identifier(for text: String) -> String {
        anchor(for: text).split(separator: "-").joined(separator: "-")
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
