import Testing

@testable import CourseSite

struct EnglishTypographyTests {
    private let english = Typographer(locale: "en")

    @Test(arguments: [
        ("\"Yes,\" she said.", "“Yes,” she said."), ("'Yes,' she said.", "‘Yes,’ she said."), ("\"He said 'no'.\"", "“He said ‘no’.”"),
        ("\"He said 'no'\"", "“He said ‘no’”"), ("\"'No' he said\"", "“‘No’ he said”"), ("'He said \"no\"'", "‘He said “no”’"),
        ("\"He said \"no\" twice\"", "“He said ‘no’ twice”"), ("(\"a\") [\"b\"] \"c\"; \"d\": \"e\"?", "(“a”) [“b”] “c”; “d”: “e”?"),
        ("so---\"yes\"---no", "so—“yes”—no"), ("\"I think---\" she said", "“I think—” she said"), ("\"Yes\"--he said", "“Yes”–he said"),
        ("non-\"official\" and/\"or\"", "non-“official” and/“or”"), ("\"...and so on...\"", "“…and so on…”"),
        (
            "the sign \"!\" or \",\"",
            "the sign “!” or “,”"
        ),
        ("\"One paragraph", "“One paragraph"), ("the last paragraph.\"", "the last paragraph.”"), ("in \"2019\".", "in “2019”."),
        ("\"\u{C9}t\u{E9}\"", "“Été”"),
        ("\"(a) 'b'\"", "“(a) ‘b’”"), ("“He said \"no\"”", "“He said ‘no’”"),
    ])
    func quotes(_ text: String, _ expected: String) { #expect(english.set(text) == expected) }

    @Test(arguments: [
        ("don't, it's, o'clock", "don’t, it’s, o’clock"), ("the '90s and the 1990's", "the ’90s and the 1990’s"),
        ("'tis, 'Twas, rock 'n' roll", "’tis, ’Twas, rock ’n’ roll"),
        ("rock-'n'-roll", "rock-’n’-roll"), ("the dogs' bowls", "the dogs’ bowls"), ("'the dogs' he said", "‘the dogs’ he said"),
        ("\"don't\"", "“don’t”"), ("'don't'", "‘don’t’"), ("'It's the dogs' bowl,' he said", "‘It’s the dogs’ bowl,’ he said"),
        ("\"I think 'so---' is it\"", "“I think ‘so—’ is it”"), ("UNHCR (2019)'s", "UNHCR (2019)’s"), ("d'Ivoire", "d’Ivoire"),
    ])
    func apostrophes(_ text: String, _ expected: String) { #expect(english.set(text) == expected) }

    @Test(arguments: ["5'10\" tall", "a 6\" pipe", "12\"x14\"", "id=\"x\"", "\"\"", "''", "' '", "a \" b", "5' by 6'", "“a” ‘b’ — c’s …"])
    func theseStay(_ text: String) { #expect(english.set(text) == text) }

    @Test func marksTakeNoSpace() { #expect(english.set("Who? Me! So; a: b « c »") == "Who? Me! So; a: b « c »") }
}

struct TypographyOfOthersTests {
    @Test(arguments: [
        ("de", "\"Er sagte 'nein'\", wie geht's? 's ist", "„Er sagte ‚nein‘“, wie geht’s? ’s ist"), ("de-AT", "\"a\"", "„a“"),
        (
            "de-CH",
            "\"a 'b'\"", "«a ‹b›»"
        ),
        ("es", "¿\"Sí\"? ¡\"no 'a'\"!", "¿«Sí»? ¡«no “a”»!"), ("it", "l'\"acqua\" 'a'", "l’«acqua» “a”"), ("pt", "\"a 'b'\"", "«a “b”»"),
        ("pt-BR", "\"a 'b'\"", "“a ‘b’”"),
        ("nl", "\"a 'b'\" 's avonds", "“a ‘b’” ’s avonds"), ("pl", "\"a 'b'\"", "„a «b»”"), ("ru", "\"а 'б'\" -- в", "«а „б“» – в"),
        (
            "uk",
            "м'я \"а\"", "м’я «а»"
        ),
        ("sv", "\"a 'b' c\" det's", "”a ’b’ c” det’s"), ("fi", "\"a \"b\" c\"", "”a ’b’ c”"), ("da", "\"a\"", "“a”"),
        (
            "nb", "\"a 'b'\"",
            "«a ‘b’»"
        ), ("cs", "\"a 'b'\"", "„a ‚b‘“"),
        ("ro", "\"a 'b'\"", "„a «b»”"), ("tr", "Ankara'da \"a\"", "Ankara’da “a”"), ("ar", "\"نص\"... a--b", "«نص»… a--b"),
    ])
    func rows(_ code: String, _ text: String, _ expected: String) { #expect(Typographer(locale: code).set(text) == expected) }

    @Test(arguments: ["ja", "x", "", "-", "frr", "zh-Hant"])
    func aLanguageWithoutRulesStaysAsItIs(_ code: String) {
        let text = "\"It's\" -- so... Qui ? «a»"
        #expect(TypographyRules.rules(for: code) == .none)
        #expect(Typographer(locale: code).set(text) == text)
    }

    @Test func aTagTakesTheRulesOfItsLongestPart() {
        #expect(TypographyRules.rules(for: "fr-Latn-CA") == TypographyRules.rules(for: "fr"))
        #expect(TypographyRules.rules(for: "FR-CA-x-note") == TypographyRules.rules(for: "fr-CA"))
    }
}
