import Testing

@testable import CourseSite

struct LocaleTests {
    @Test(arguments: [
        ("fr", true), ("pt-BR", true), ("zh-Hant-TW", true), ("ckb", true), ("sr-Latn", true), ("es-419", true), ("x", false), ("", false),
        ("fr_FR", false), ("fr-", false),
        ("-fr", false), ("f1", false), ("français", false), ("fr--BE", false), ("abcdefghi", false), ("fr-abcdefghi", false),
        ("fr/..", false), ("..", false),
    ])
    func tags(_ code: String, _ isWellFormed: Bool) throws {
        #expect(Locale.isWellFormed(code: code) == isWellFormed)
        #expect(code.contains(try Regex(Locale.pattern)) == isWellFormed)
    }

    @Test(arguments: [
        ("ar", "rtl"), ("ar-MA", "rtl"), ("AR", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("ckb", "rtl"), ("az-Arab", "rtl"),
        ("uz-arab-AF", "rtl"), ("ks-Deva", "ltr"),
        ("fr", "ltr"), ("ar-Latn", "ltr"), ("arn", "ltr"), ("ku", "ltr"), ("pa-Arab", "rtl"), ("pa", "ltr"), ("ff-Adlm", "rtl"),
    ])
    func directions(_ code: String, _ direction: String) { #expect(Locale.usualDirection(of: code).rawValue == direction) }

    /// Samples from CLDR's table of plural rules.
    @Test(arguments: [
        ("en", ["one": [1], "other": [0, 2, 11, 101]]),
        ("de", ["one": [1], "other": [0, 2, 21]]),
        ("fr", ["one": [0, 1], "other": [2, 17, 100]]),
        ("pt-BR", ["one": [0, 1], "other": [2, 100]]),
        ("pt-PT", ["one": [1], "other": [0, 2, 100]]),
        ("hi", ["one": [0, 1], "other": [2, 100]]),
        ("fa", ["one": [0, 1], "other": [2, 100]]),
        ("ja", ["other": [0, 1, 2, 100]]),
        ("he", ["one": [1], "two": [2], "other": [0, 3, 20]]),
        ("ar", ["zero": [0], "one": [1], "two": [2], "few": [3, 10, 103, 1003], "many": [11, 26, 99, 111], "other": [100, 102, 200]]),
        ("ru", ["one": [1, 21, 101], "few": [2, 4, 22, 104], "many": [0, 5, 11, 12, 14, 20, 111]]),
        ("pl", ["one": [1], "few": [2, 4, 22], "many": [0, 5, 12, 21, 101]]),
        ("cs", ["one": [1], "few": [2, 4], "other": [0, 5, 22]]),
        ("sr", ["one": [1, 21], "few": [2, 22], "other": [0, 5, 11]]),
        ("sl", ["one": [1, 101], "two": [2, 102], "few": [3, 104], "other": [0, 5]]),
        ("lt", ["one": [1, 21], "few": [2, 9, 22], "other": [0, 10, 11, 19]]),
        ("lv", ["zero": [0, 10, 11, 19], "one": [1, 21], "other": [2, 22]]),
        ("ro", ["one": [1], "few": [0, 2, 19, 101], "other": [20, 100]]),
    ])
    func plurals(_ code: String, _ samples: [String: [Int]]) {
        for (category, counts) in samples {
            for count in counts { #expect(PluralCategory(of: count, in: code).rawValue == category, "\(count) in \(code)") }
        }
    }
}
