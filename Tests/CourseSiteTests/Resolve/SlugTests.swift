import Testing

@testable import CourseSite

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
        HeadingAnchors.resolve(
            Prose(headings: headings.map { Heading(level: 2, text: $0.text, typed: $0.text, explicitID: $0.id, html: 0..<0, node: 0) }),
            source: nil
        )
        .anchors.ofHeadings
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
