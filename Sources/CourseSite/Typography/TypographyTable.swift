extension TypographyRules {
    /// U+202F, a thin space at which no line ends.
    private static let narrow: Unicode.Scalar = "\u{202F}"
    /// U+00A0, an ordinary space at which no line ends.
    private static let noBreak: Unicode.Scalar = "\u{00A0}"

    /// The rules by tag, in small letters. Another language is another row.
    ///
    /// Quotes are CLDR's delimiters (`pt` is Portugal's, as CLDR's `pt-PT`), French spaces those of the Imprimerie nationale, of the
    /// Office québécois de la langue française, and of the Guide du typographe (romand).
    static let table: [String: TypographyRules] = [
        "fr": TypographyRules(
            Quotes("«", "»", inner: narrow), Quotes("“", "”"), spaces: [";": narrow, "!": narrow, "?": narrow, ":": noBreak]),
        "fr-ca": TypographyRules(Quotes("«", "»", inner: noBreak), Quotes("“", "”"), spaces: [":": noBreak]),
        "fr-ch": TypographyRules(
            Quotes("«", "»", inner: narrow), Quotes("‹", "›", inner: narrow), spaces: [";": narrow, "!": narrow, "?": narrow, ":": narrow]),

        "en": TypographyRules(Quotes("“", "”"), Quotes("‘", "’"), clipped: ["tis", "twas", "twere", "twill", "til", "em", "n", "bout"]),
        "de": TypographyRules(Quotes("„", "“"), Quotes("‚", "‘"), clipped: ["s", "n", "ne", "nen", "ner", "nem"]),
        "de-ch": TypographyRules(Quotes("«", "»"), Quotes("‹", "›"), clipped: ["s", "n", "ne", "nen", "ner", "nem"]),
        "nl": TypographyRules(Quotes("“", "”"), Quotes("‘", "’"), clipped: ["s", "t", "n", "k", "m", "r"]),
        "es": TypographyRules(Quotes("«", "»"), Quotes("“", "”")),
        "it": TypographyRules(Quotes("«", "»"), Quotes("“", "”")),
        "pt": TypographyRules(Quotes("«", "»"), Quotes("“", "”")),
        "pt-br": TypographyRules(Quotes("“", "”"), Quotes("‘", "’")),
        "ro": TypographyRules(Quotes("„", "”"), Quotes("«", "»")),

        "pl": TypographyRules(Quotes("„", "”"), Quotes("«", "»")),
        "cs": TypographyRules(Quotes("„", "“"), Quotes("‚", "‘")),
        "ru": TypographyRules(Quotes("«", "»"), Quotes("„", "“")),
        "uk": TypographyRules(Quotes("«", "»"), Quotes("„", "“")),

        "sv": TypographyRules(Quotes("”", "”"), Quotes("’", "’")),
        "fi": TypographyRules(Quotes("”", "”"), Quotes("’", "’")),
        "da": TypographyRules(Quotes("“", "”"), Quotes("‘", "’")),
        "nb": TypographyRules(Quotes("«", "»"), Quotes("‘", "’")),

        "tr": TypographyRules(Quotes("“", "”"), Quotes("‘", "’")),
        "ar": TypographyRules(Quotes("«", "»"), Quotes("“", "”"), apostrophe: "'", dashes: nil),
    ]
}
