/// What a character is to its neighbours.
extension Unicode.Scalar {
    /// How something that is no text stands among characters.
    static let object: Unicode.Scalar = "\u{FFFC}"

    /// A letter, a digit, a mark on one, or an object.
    var isPartOfWord: Bool {
        if isASCII { return isASCIIDigit(UInt8(value)) || isASCIILetter(UInt8(value)) }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return self == .object || properties.isAlphabetic || properties.numericType != nil
        }
    }

    var isDigit: Bool { isASCII && isASCIIDigit(UInt8(value)) }

    var isSpace: Bool {
        switch self {
        case " ", "\t"..."\r", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": true
        default: false
        }
    }

    /// A space, ordinary or thin, at which a line may end: authors write one where the language wants a no-break space.
    var isLooseSpace: Bool { self == " " || self == "\u{2009}" }

    /// What opens, or joins two words: a quote after it is an opening quote, if a word follows.
    var isOpening: Bool {
        switch self {
        case "(", "[", "{", "¿", "¡", "-", "–", "—", "/", "“", "‘", "«", "‹", "„", "‚": true
        default: false
        }
    }

    var isOpeningBracket: Bool { self == "(" || self == "[" || self == "{" }
    var isClosingBracket: Bool { self == ")" || self == "]" || self == "}" }

    /// The marks before which some languages set a space.
    var isHighMark: Bool { self == ";" || self == ":" || self == "!" || self == "?" }

    var isDot: Bool { self == "." || self == "…" }

    var isQuote: Bool {
        switch self {
        case "\"", "'", "’", "‘", "“", "”", "„", "‚", "«", "»", "‹", "›": true
        default: false
        }
    }
}
