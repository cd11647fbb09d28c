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
                let properties = scalar.properties
                if properties.isAlphabetic || properties.numericType == .decimal || isMark(properties.generalCategory) {
                    slug.append(contentsOf: properties.lowercaseMapping.utf8)
                }
            }
        }
        // The markup's own ids begin `l-`, and an anchor needs a name.
        if slug.starts(with: "l-".utf8) { slug.removeFirst(2) }
        return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }

    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: true
        default: false
        }
    }

    /// Whether an author's slug can be the name of a file in an address.
    static func isUsable(_ slug: String) -> Bool {
        !slug.isEmpty && slug.utf8.count <= 200 && slug != "." && slug != ".."
            && slug.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType == .decimal || "-_.".unicodeScalars.contains($0) }
    }
}
