import Testing

@testable import CourseSite

struct PermalinkTests {
    @Test(arguments: [
        ("fr/index.html", "fr/index.html", "index.html"), ("fr/index.html", "fr/core/a.html", "core/a.html"),
        ("fr/core/a.html", "fr/index.html", "../index.html"),
        ("fr/core/a.html", "fr/core/b.html", "b.html"), ("fr/core/a.html", "en/core/a.html", "../../en/core/a.html"),
        ("index.html", "fr/index.html", "fr/index.html"),
        ("fr/a/x.html", "fr/ab/x.html", "../ab/x.html"), ("fr/ab/x.html", "fr/a/x.html", "../a/x.html"), ("a.html", "a/a.html", "a/a.html"),
        ("fr/é.html", "fr/ê/b c.html", "%C3%AA/b%20c.html"), ("fr/é/a.html", "fr/ê/b.html", "../%C3%AA/b.html"),
    ])
    func relativeAddresses(_ from: String, _ to: String, _ expected: String) {
        #expect(String(decoding: Permalink(OutputPath(from)).relative(to: Permalink(OutputPath(to))), as: UTF8.self) == expected)
    }

    /// From any page to any other: followed, the relative address ends at the other one.
    @Test func relativeAddressesArrive() {
        var random = SystemRandomNumberGenerator()
        func path() -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in ["a", "b", "é", "ab", "a b", "…"].randomElement(using: &random) ?? "a" }
                .joined(separator: "/")
        }
        for _ in 0..<5_000 {
            let (from, to) = (path(), path())
            let way = String(decoding: Permalink(OutputPath(from)).relative(to: Permalink(OutputPath(to))), as: UTF8.self)
            var parts = from.split(separator: "/").dropLast().map(String.init)
            for part in way.split(separator: "/") {
                if part == ".." { parts.removeLast() } else { parts.append(percentDecoded(part) ?? "") }
            }
            #expect(parts.joined(separator: "/") == to, "\(from) → \(way)")
            #expect(!way.isEmpty && !way.hasPrefix("/"))
        }
    }

    @Test func rootPrefixes() {
        for (path, prefix) in [("index.html", ""), ("fr/index.html", "../"), ("fr/core/a.html", "../../")] {
            #expect(String(decoding: Permalink(OutputPath(path)).rootPrefix, as: UTF8.self) == prefix)
        }
    }
}

struct PercentEncodingTests {
    @Test(arguments: [
        ("a/b-c_d.e~f", "a/b-c_d.e~f"), ("é", "%C3%A9"), ("a b", "a%20b"), ("a:b?c#d", "a%3Ab%3Fc%23d"), ("100%", "100%25"),
        ("(a)", "%28a%29"), ("", ""),
    ])
    func encodes(_ path: String, _ encoded: String) {
        #expect(String(decoding: percentEncoded(path), as: UTF8.self) == encoded)
        #expect(percentDecoded(encoded) == path)
    }

    @Test(arguments: [("%c3%a9", "é"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%2e%2E/", "../"), ("a+b", "a+b"), ("%25C3", "%C3")])
    func decodesLeniently(_ text: String, _ path: String) { #expect(percentDecoded(text) == path) }

    @Test(arguments: ["%00", "%C3", "%E9t%E9", "%ED%A0%80"])
    func refusesWhatIsNoText(_ text: String) { #expect(percentDecoded(text) == nil) }

    @Test func comesBackFromAnyText() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text.append(Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random)) ?? "x")
            }
            #expect(
                percentDecoded(String(decoding: percentEncoded(String(text)), as: UTF8.self)).map { Array($0.utf8) }
                    == Array(String(text).utf8))
        }
    }
}

struct SlugTests {
    /// As github.com makes them.
    @Test(arguments: [
        ("Les défis", "les-défis"), ("ÉTÉ", "été"), ("What’s new?", "whats-new"), ("C’est l’été !", "cest-lété-"), ("a  b", "a--b"),
        ("A & B", "a--b"),
        ("snake_case-and.dots", "snake_case-anddots"), ("🚀 Launch", "-launch"), ("❤️", "️"), ("日本語 見出し", "日本語-見出し"),
        ("العربية ٣", "العربية-٣"),
        ("1. First", "1-first"), ("e\u{301}", "e\u{301}"), ("İ", "i\u{307}"), ("x\ty", "xy"), ("ﬁn", "ﬁn"), ("ϔ", "ϔ".lowercased()),
        ("a–b—c", "abc"), ("²", "section"),
        ("", "section"), ("???", "section"), ("L-shaped", "shaped"), ("l-l-x", "x"), ("l-", "section"),
    ])
    func anchors(_ text: String, _ anchor: String) { #expect(Slug.anchor(for: text) == anchor) }

    @Test(arguments: [
        ("01-challenges", "challenges"), ("1-a", "a"), ("10-", "10-"), ("2026", "2026"), ("a-1", "a-1"), ("1a", "1a"), ("01-02-x", "02-x"),
        ("-x", "-x"), ("٣-x", "٣-x"),
    ])
    func namesLoseTheirNumber(_ name: String, _ slug: String) { #expect(Slug.withoutOrder(name) == slug) }

    @Test(arguments: [
        ("défis", true), ("a.b_c-d", true), ("التحديات", true), ("", false), (".", false), ("..", false), ("a/b", false), ("a b", false),
        ("a%20", false),
        ("a?b", false), ("a\0b", false), ("a\nb", false), ("\\", false), ("हिन्दी", true),
    ])
    func usableSlugs(_ slug: String, _ isUsable: Bool) { #expect(Slug.isUsable(slug) == isUsable) }

    @Test func longSlugsAreNotUsable() {
        #expect(Slug.isUsable(String(repeating: "a", count: 200)))
        #expect(!Slug.isUsable(String(repeating: "a", count: 201)))
    }
}

struct HeadingAnchorTests {
    private func anchors(_ headings: [(text: String, id: String?)]) -> [String] {
        HeadingAnchors.resolve(headings.map { Heading(level: 2, text: $0.text, explicitID: $0.id, html: 0..<0, node: 0) }, source: nil)
            .anchors
    }

    @Test func equalHeadingsAreNumbered() {
        #expect(anchors([("A", nil), ("A", nil), ("A", nil), ("A-1", nil)]) == ["a", "a-1", "a-2", "a-1-1"])
        #expect(anchors([("A-1", nil), ("A", nil), ("A", nil)]) == ["a-1", "a", "a-2"])
    }

    @Test func anAuthorsIDIsKeptAndAvoided() {
        #expect(anchors([("A", nil), ("B", "a")]) == ["a-1", "a"])
    }

    /// The markup's own ids begin so.
    @Test func noAnchorBeginsLikeTheMarkupsOwn() {
        #expect(anchors([("L", nil), ("L", nil), ("l-note-1", nil)]).allSatisfy { !$0.hasPrefix("l-") })
    }
}

struct NaturalOrderTests {
    @Test(arguments: [
        ["1-a", "2-a", "10-a"], ["a", "a1", "a2", "a10", "b"], ["01", "1", "2"], ["a/1", "a/2", "a/10"], ["", "a"],
        ["99999999999999999999998", "99999999999999999999999", "100000000000000000000000"], ["A", "a"], ["a01b", "a1c"],
    ])
    func order(_ names: [String]) {
        for (index, name) in names.enumerated() {
            for (otherIndex, other) in names.enumerated() {
                #expect(isNaturallyBefore(name, other) == (index < otherIndex), "\(name), \(other)")
            }
        }
    }

    /// A sort by what is no strict order would depend on the order before.
    @Test func isAStrictOrder() {
        var random = SystemRandomNumberGenerator()
        let names = (0..<60).map { _ in
            String((0..<Int.random(in: 0...4, using: &random)).map { _ in "01a-".randomElement(using: &random) ?? "a" })
        }
        for a in names {
            #expect(!isNaturallyBefore(a, a))
            for b in names where a != b {
                #expect(isNaturallyBefore(a, b) != isNaturallyBefore(b, a), "\(a), \(b)")
                for c in names where isNaturallyBefore(a, b) && isNaturallyBefore(b, c) {
                    #expect(isNaturallyBefore(a, c), "\(a), \(b), \(c)")
                }
            }
        }
    }
}
