/// How a language is set in type, as data: nothing here knows how a text is gone through.
struct TypographyRules: Sendable, Equatable {
    /// A pair of quotes.
    struct Quotes: Sendable, Equatable {
        let open: Unicode.Scalar
        let close: Unicode.Scalar
        /// What stands between them and their text, where the language wants a space there.
        let inner: Unicode.Scalar?

        init(_ open: Unicode.Scalar, _ close: Unicode.Scalar, inner: Unicode.Scalar? = nil) {
            (self.open, self.close, self.inner) = (open, close, inner)
        }
    }

    /// `nil` leaves quotes and apostrophes straight.
    let quotes: NestedQuotes?
    /// For `'` where letters are left out.
    let apostrophe: Unicode.Scalar
    /// The no-break space before some of the marks `;`, `:`, `!`, `?`. A mark that is not named is left as it stands.
    let spaces: [Unicode.Scalar: Unicode.Scalar]
    /// For `--` and `---`; `nil` leaves them.
    let dashes: Dashes?
    /// For `...`; `nil` leaves it.
    let ellipsis: Unicode.Scalar?
    /// Words, in small letters, that begin with an apostrophe and not with a quote: `tis` for ’tis.
    let clipped: Set<String>

    /// Quotes, and those within them.
    struct NestedQuotes: Sendable, Equatable {
        let primary: Quotes
        let secondary: Quotes
    }

    struct Dashes: Sendable, Equatable {
        let two: Unicode.Scalar
        let three: Unicode.Scalar
    }

    /// Most languages differ by their quotes only.
    init(
        _ primary: Quotes, _ secondary: Quotes, apostrophe: Unicode.Scalar = "’", spaces: [Unicode.Scalar: Unicode.Scalar] = [:],
        dashes: Dashes? = Dashes(two: "–", three: "—"), ellipsis: Unicode.Scalar? = "…", clipped: Set<String> = []
    ) {
        self.quotes = NestedQuotes(primary: primary, secondary: secondary)
        self.apostrophe = apostrophe
        self.spaces = spaces
        self.dashes = dashes
        self.ellipsis = ellipsis
        self.clipped = clipped
    }

    private init() {
        (quotes, apostrophe, spaces, dashes, ellipsis, clipped) = (nil, "'", [:], nil, nil, [])
    }

    /// The rules of a language that nobody has described: every text stays as it is.
    static let none = TypographyRules()

    /// The rules for a BCP 47 tag: its own, else those of the longest part of it that has some, else none.
    static func rules(for code: String) -> TypographyRules {
        var tag = code.lowercased()[...]
        while !tag.isEmpty {
            if let rules = table[String(tag)] { return rules }
            tag = tag[..<(tag.lastIndex(of: "-") ?? tag.startIndex)]
        }
        return .none
    }
}
