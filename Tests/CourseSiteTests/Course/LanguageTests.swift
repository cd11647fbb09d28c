import Testing

/// The same page in every locale, and what is there where a locale lacks it.
struct LanguageTests {
    private static let content = [
        "fr/index.md": "# Accueil", "en/index.md": "# Home", "fr/core/index.md": "# Les bases",
        "en/core/index.md": "---\nslug: basics\n---\n# Basics",
        "fr/core/1-a.md": "# A", "en/core/1-a.md": "# A in English", "fr/core/2-b.md": "# B",
        "fr/core/3-omitted.md": "---\nfallback: omit\n---\n# Omis",
        "en/core/4-only.md": "# Only English",
    ]

    @Test func everyPageLinksToItselfInEachOtherLocale() throws {
        let site = try BuiltSite(Self.content, locales: ["fr", "en", "ar"])
        let page = site.page("en/basics/a.html")
        #expect(page.texts("language") == ["Français", "English", "العربية"])
        #expect(page.hrefs("language") == ["../../fr/core/a.html", "a.html", "../../ar/core/a.html"])
        #expect(page.tags("a", class: "language").map { $0["aria-current"] } == [nil, "true", nil])
    }

    @Test func oneLocaleHasNoLanguageLinks() throws {
        #expect(try BuiltSite(["fr/index.md": "# Accueil"], locales: ["fr"]).page("fr/index.html").texts("language").isEmpty)
    }

    @Test func aMissingPageShowsTheSourcesTextUnderANotice() throws {
        let site = try BuiltSite(Self.content)
        let page = site.page("en/basics/b.html")
        #expect(page.tags("html").first?["lang"] == "en")
        #expect(page.tags("h1").first?["lang"] == "fr")
        #expect(page.tags("main").first?["lang"] == "fr")
        #expect(page.tags("p", class: "notice").map(\.text) == ["This page is not translated yet. "])
        #expect(page.tags("a").filter { $0["class"] == nil }.map { [$0["href"], $0["hreflang"]] } == [["../../fr/core/b.html", "fr"]])
        #expect(page.hrefs("language") == ["../../fr/core/b.html", "b.html"])
        let translated = site.page("en/basics/a.html")
        #expect(translated.tags("p", class: "notice").isEmpty)
        #expect(translated.tags("main").first?["lang"] == nil)
    }

    @Test func aPageCanBeLeftOutWhereItIsNotTranslated() throws {
        let site = try BuiltSite(Self.content)
        #expect(!site.paths.contains("en/basics/omitted.html"))
        #expect(site.page("en/basics/index.html").texts("outline-session") == ["A in English", "B", "Only English"])
        let languages = site.page("fr/core/omitted.html").tags("a", class: "language")
        #expect(languages.map { $0["href"] } == ["omitted.html", nil])
        #expect(languages.map(\.text) == ["Français", "English"])
    }

    @Test func aPageThatOnlyATranslationHasIsThatLocalesAlone() throws {
        let site = try BuiltSite(Self.content, locales: ["fr", "en", "ar"])
        #expect(site.paths.filter { $0.hasSuffix("only.html") } == ["en/basics/only.html"])
        #expect(site.page("en/basics/only.html").tags("a", class: "language").map { $0["href"] } == [nil, "only.html", nil])
        #expect(site.page("fr/core/index.html").texts("outline-session") == ["A", "B", "Omis"])
    }

    @Test func aModuleThatIsLeftOutStaysWhereTheLocaleHasASessionOfIt() throws {
        let content = [
            "fr/index.md": "# Accueil", "fr/m/index.md": "---\nfallback: omit\n---\n# Module", "fr/m/a.md": "---\nfallback: omit\n---\n# A",
        ]
        #expect(try BuiltSite(content).paths.filter { $0.hasPrefix("en/m/") } == [])
        let site = try BuiltSite(content.merging(["en/m/b.md": "# B"]) { $1 })
        #expect(site.paths.filter { $0.hasPrefix("en/m/") } == ["en/m/b.html", "en/m/index.html"])
    }

    @Test func aModuleThatIsLeftOutTakesItsSessionsAlong() throws {
        let site = try BuiltSite([
            "fr/index.md": "# Accueil", "fr/m/index.md": "---\nfallback: omit\n---\n# Module", "fr/m/a.md": "# A\n\n## Un",
            "en/index.md": "# Home\n\n[a](m/a.md#un)",
        ])
        #expect(site.paths.filter { $0.hasPrefix("en/") } == ["en/index.html"])
        #expect(site.page("en/index.html").tags("a").contains { $0["href"] == "../fr/m/a.html#un" && $0["hreflang"] == "fr" })
    }

    @Test func rightToLeftIsMarkedOnPagesAndOnForeignTexts() throws {
        let site = try BuiltSite(
            ["ar/index.md": "# الرئيسية", "ar/page.md": "# صفحة", "fr/index.md": "# Accueil"], locales: ["ar", "fr"])
        #expect(site.page("ar/index.html").tags("html").map { [$0["lang"], $0["dir"]] } == [["ar", "rtl"]])
        #expect(site.page("fr/index.html").tags("html").map { [$0["lang"], $0["dir"]] } == [["fr", nil]])
        #expect(site.page("fr/page.html").tags("h1").map { [$0["lang"], $0["dir"]] } == [["ar", "rtl"]])
        #expect(site.page("index.html").tags("a").map { [$0["lang"], $0["dir"]] } == [[nil, nil], ["fr", "ltr"]])
    }
}
