import Testing

@testable import CourseSite

/// How languages sort their words.
struct CollationTests {
    @Test(arguments: [
        ("fr", ["Zoé", "été", "Étape", "étude", "Ete", "école"], ["école", "Étape", "Ete", "été", "étude", "Zoé"]),
        ("sv", ["Ö", "Zon", "Ä", "Å", "Al"], ["Al", "Zon", "Å", "Ä", "Ö"]),
        ("de", ["Zug", "Äpfel", "Apfel", "Arm"], ["Apfel", "Äpfel", "Arm", "Zug"]),
        ("es", ["nz", "ña", "na", "oa"], ["na", "nz", "ña", "oa"]),
        ("ru", ["ёлка", "жук", "ель"], ["ёлка", "ель", "жук"]),
    ])
    func eachLanguageHasItsOrder(_ code: String, _ words: [String], _ sorted: [String]) throws {
        let collation = try Collation(Locale(code: code, name: code, direction: .leftToRight))
        #expect(words.sorted(by: collation.isBefore) == sorted)
    }

    @Test(arguments: [
        ("fr", "Évaluation", "E"), ("fr", "œuvre", "O"), ("fr", "«\u{202F}Zone\u{202F}»", "Z"), ("sv", "åtgärd", "Å"),
        ("de", "Änderung", "A"), ("da", "ære", "Æ"), ("es", "ñandú", "Ñ"), ("ar", "هجرة", "ه"), ("en", "2030 agenda", "2"),
        ("zz", "été", "E"),
    ])
    func aWordStandsUnderItsLetter(_ code: String, _ word: String, _ letter: String) throws {
        #expect(try Collation(Locale(code: code, name: code, direction: .leftToRight)).initial(of: word) == letter)
    }
}
