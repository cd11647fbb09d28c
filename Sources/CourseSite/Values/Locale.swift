/// A language edition of the course, as `site.yml` names it.
struct Locale: Hashable, Sendable {
    enum Direction: String, Sendable, CaseIterable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// BCP 47, as written: `fr`, `pt-BR`. It is the folder's name in `content/` and in the site.
    let code: String
    /// By its own speakers: `Français`.
    let name: String
    let direction: Direction

    /// The language in small letters, without script and country: `pt` of `pt-BR`.
    var language: String { String(code.lowercased().prefix { $0 != "-" }) }

    /// Whether a text has the form of a BCP 47 tag: a language of two to eight letters, then subtags of one to eight letters or digits.
    static func isWellFormed(code: String) -> Bool {
        let subtags = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let language = subtags.first, (2...8).contains(language.count), language.allSatisfy(isASCIILetter) else { return false }
        return subtags.dropFirst().allSatisfy { subtag in
            (1...8).contains(subtag.count) && subtag.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) }
        }
    }

    /// The same as a regular expression.
    static let pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"

    /// The direction in which a language is usually written, by its script where the tag names one.
    static func usualDirection(of code: String) -> Direction {
        let subtags = code.lowercased().split(separator: "-")
        let rightToLeftScripts: Set<Substring> = ["arab", "hebr", "syrc", "thaa", "nkoo", "rohg", "adlm"]
        if let script = subtags.dropFirst().first(where: { $0.count == 4 }) {
            return rightToLeftScripts.contains(script) ? .rightToLeft : .leftToRight
        }
        let rightToLeft: Set<Substring> = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
        return rightToLeft.contains(subtags.first ?? "") ? .rightToLeft : .leftToRight
    }
}

/// CLDR's categories of number words, each a form that a theme's string may have.
enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other

    /// The category of a whole number in a language, by CLDR's cardinal rules for whole numbers. Languages not listed tell one from other.
    init(of count: Int, in code: String) {
        let language = code.lowercased().prefix { $0 != "-" }
        let tens = count % 10
        let hundreds = count % 100
        // As Slavic languages count: 21 as 1, 22 to 24 as 2 to 4, but not 11 to 14.
        let isOneOfTen = tens == 1 && hundreds != 11
        let isFewOfTen = (2...4).contains(tens) && !(12...14).contains(hundreds)
        switch language {
        case "ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "km":
            self = .other
        case "pt" where code.lowercased() == "pt-pt":
            self = count == 1 ? .one : .other
        case "fr", "pt", "hy", "kab", "ff", "am", "as", "bn", "fa", "gu", "hi", "kn", "zu":
            self = count <= 1 ? .one : .other
        case "ar":
            switch (count, hundreds) {
            case (0, _): self = .zero
            case (1, _): self = .one
            case (2, _): self = .two
            case (_, 3...10): self = .few
            case (_, 11...99): self = .many
            default: self = .other
            }
        case "ru", "uk", "be":
            self = isOneOfTen ? .one : isFewOfTen ? .few : .many
        case "pl":
            self = count == 1 ? .one : isFewOfTen ? .few : .many
        case "sr", "hr", "bs":
            self = isOneOfTen ? .one : isFewOfTen ? .few : .other
        case "lt":
            if (11...19).contains(hundreds) || tens == 0 { self = .other } else { self = tens == 1 ? .one : .few }
        case "lv":
            if (11...19).contains(hundreds) || tens == 0 { self = .zero } else { self = tens == 1 ? .one : .other }
        case "ro":
            self = count == 1 ? .one : count == 0 || (1...19).contains(hundreds) ? .few : .other
        case "sl":
            self = hundreds == 1 ? .one : hundreds == 2 ? .two : (3...4).contains(hundreds) ? .few : .other
        case "cs", "sk":
            self = count == 1 ? .one : (2...4).contains(count) ? .few : .other
        case "he":
            self = count == 1 ? .one : count == 2 ? .two : .other
        default:
            self = count == 1 ? .one : .other
        }
    }
}

func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
