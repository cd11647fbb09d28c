import Testing

/// Where the links and images of a text lead.
struct LinkTests {
    private static let around = [
        "fr/index.md": "# Accueil\n\n## Défis\n\n## Acteurs {#qui}", "en/index.md": "# Home\n\n## Challenges\n\n## Actors {#qui}",
        "fr/1-core/index.md": "---\nslug: bases\n---\n# M", "en/1-core/index.md": "---\nslug: basics\n---\n# M",
        "fr/1-core/1-a.md": "# A\n\n## Un",
        "en/1-core/1-a.md": "---\nslug: one\n---\n# A\n\n## One", "fr/1-core/2-b.md": "# B\n\n## Deux\n\n## Trois",
        "fr/omitted.md": "---\nfallback: omit\n---\n# Omis\n\n## Quatre", "fr/media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/media/b é.pdf": "b",
        "en/media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/1-core/media/c.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "en/only.md": "# Only",
    ]

    /// - Parameters:
    ///   - markdown: the text of a session in the module `1-core`, in the locale.
    ///   - expected: the addresses in it.
    private func check(
        _ markdown: String, in locale: String = "en", _ expected: [String], settings: String = "",
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let content = Self.around.merging(["\(locale)/1-core/9-text.md": "# Text\n\n## Ici\n\n\(markdown)"]) { $1 }
        let site = try BuiltSite(content, settings: settings, sourceLocation: sourceLocation)
        let page = site.page(locale == "en" ? "en/basics/text.html" : "fr/bases/text.html", sourceLocation: sourceLocation)
        #expect(
            page.tags.compactMap { $0["class"] == nil && $0["hreflang"] == nil && $0.name != "link" ? $0["href"] ?? $0["src"] : nil }
                == expected, sourceLocation: sourceLocation)
    }

    @Test func pagesAreFoundInTheReadersLocale() throws {
        try check("[x](1-a.md)", in: "fr", ["a.html"])
        try check("[x](1-a.md)", ["one.html"])
        try check("[x](../index.md) [x](index.md) [x](../1-core/1-a.md)", ["../index.html", "index.html", "one.html"])
        try check("[x](2-b.md)", ["b.html"])
        try check("[x](../only.md)", ["../only.html"])
    }

    @Test func anchorsAreThoseOfTheSource() throws {
        try check(
            "[x](1-a.md#un) [x](../index.md#défis) [x](../index.md#qui) [x](#ici)",
            ["one.html#un", "../index.html#d%C3%A9fis", "../index.html#qui", "#ici"])
        try check("[x](../index.md#d%C3%A9fis) [x](../index.md#) [x](#)", ["../index.html#d%C3%A9fis", "../index.html", "#"])
    }

    /// Two ways to write one character are one to people, but not to a browser that looks for an id.
    @Test func anAnchorIsLinkedAsItStandsInThePage() throws {
        try check("[x](../index.md#de\u{301}fis)", in: "fr", ["../index.html#d%C3%A9fis"])
        let site = try BuiltSite(["fr/index.md": "# Accueil\n\n## Défis\n\n[x](#de\u{301}fis)"], locales: ["fr"])
        #expect(site.page("fr/index.html").links == ["#d%C3%A9fis"])
    }

    @Test func filesComeFromTheLocaleElseFromTheSource() throws {
        try check("![x](../media/a.svg) [x](<../media/b é.pdf#page=2>)", ["../media/a.svg", "../../fr/media/b%20%C3%A9.pdf#page=2"])
        try check("![x](media/c.svg)", ["../../fr/bases/media/c.svg"])
        try check("![x](media/c.svg)", in: "fr", ["media/c.svg"])
        try check("[x](../media/b%20%C3%A9.pdf?download=1)", in: "fr", ["../media/b%20%C3%A9.pdf?download=1"])
    }

    @Test func otherSitesStayAsTheyAre() throws {
        try check(
            "[x](https://example.org/?a=1&b=2#c) <https://example.org> [x](mailto:a@example.org) [x](//example.org/x)",
            ["https://example.org/?a=1&b=2#c", "https://example.org", "mailto:a@example.org", "//example.org/x"])
    }

    /// Who is led into another edition is told its language.
    @Test(arguments: [
        ("[x](../omitted.md#quatre)", "../../fr/omitted.html#quatre"), ("[x](../../fr/1-core/1-a.md#un)", "../../fr/bases/a.html#un"),
    ])
    func linksIntoAnotherEditionSaySo(_ markdown: String, _ href: String) throws {
        let site = try BuiltSite(Self.around.merging(["en/1-core/9-text.md": "# Text\n\n\(markdown)"]) { $1 })
        let links = site.page("en/basics/text.html").tags("a").filter { $0["class"] == nil }
        #expect(links.map { [$0["href"], $0["hreflang"]] } == [[href, "fr"]])
    }

    /// A fallback's links lead to the reader's own pages; an anchor that those do not have is left out.
    @Test func aFallbacksLinksStayInTheReadersLocale() throws {
        let site = try BuiltSite([
            "fr/index.md": "# Accueil", "fr/text.md": "# Texte\n\n[x](page.md#un) [x](page.md#deux) ![x](a.svg)",
            "fr/page.md": "# Page\n\n## Un\n\n## Deux",
            "en/page.md": "# Page\n\n## Un", "fr/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "en/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        ])
        let page = site.page("en/text.html")
        #expect(page.links == ["page.html#un", "page.html"])
        #expect(page.tags("img").map { $0["src"] } == ["../fr/a.svg"])
        #expect(site.page("fr/text.html").links == ["page.html#un", "page.html#deux"])
    }

    /// Anchors outlive translation where both texts have the same headings; else each has its own.
    @Test func headingsBorrowTheSourcesAnchors() throws {
        func anchors(_ source: String, _ translation: String) throws -> [String] {
            let site = try BuiltSite(["fr/index.md": "# Accueil", "fr/p.md": "# P\n\n\(source)", "en/p.md": "# P\n\n\(translation)"])
            return site.page("en/p.html").tags.filter { ["h2", "h3"].contains($0.name) }.compactMap { $0["id"] }
        }
        #expect(try anchors("## Un\n\n### Deux\n\n## Un", "## One\n\n### Two\n\n## Three") == ["un", "deux", "un-1"])
        #expect(try anchors("## Un\n\n### Deux", "## One\n\n## Two") == ["one", "two"])
        #expect(try anchors("## Un {#x}\n\n## Deux", "## One\n\n## Two {#deux}") == ["x", "deux"])
        #expect(try anchors("## Un\n\n## Deux", "## One {#deux}\n\n## Two") == ["deux", "deux-1"])
    }
}
