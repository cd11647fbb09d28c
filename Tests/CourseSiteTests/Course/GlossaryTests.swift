import Testing

@testable import CourseSite

/// Terms: sorted, explained where they are used, and listed with the pages that use them.
struct GlossaryTests {
    private static let content = [
        "fr/index.md": "# Accueil", "fr/1-core/index.md": "---\nlabel: Module 1\n---\n# Bases", "fr/2-more/index.md": "# Plus",
        "fr/1-core/1-a.md": "# A\n\nLa [zone](../glossary.md#zone), puis la [zone](../glossary.md#zone).",
        "fr/2-more/1-b.md": "# B\n\nUne [étape](../glossary.md#step).",
        "fr/glossary.md": "# Lexique\n\n## Zone {#zone}\n\nUn *lieu* & [plus](index.md).\n\n"
            + "## Étape {#step}\n\nUn pas.\n\n## Fin {#end}\n\nLe bout.",
        "en/glossary.md": "# Glossary\n\n## Area {#zone}\n\nA place.",
    ]

    @Test func aTermIsExplainedAtEachLinkAndReadOnce() throws {
        let page = try BuiltSite(Self.content).page("fr/core/a.html")
        #expect(page.hrefs("term") == ["../glossary.html#zone", "../glossary.html#zone"])
        #expect(page.tags("a", class: "term").map { $0["aria-describedby"] } == ["l-term-1", "l-term-1"])
        #expect(page.tags("span", class: "tip").map(\.text) == ["Un lieu & plus.", "Un lieu & plus."])
        #expect(page.tags("span", class: "tip").map { $0["id"] } == ["l-term-1", nil])
    }

    @Test func aTermInAnAnswerThatStandsTwiceHasOneID() throws {
        var content = Self.content
        content["fr/1-core/1-a.md"] = "# A\n\n> [!QUIZ] Où ?\n> - [x] La [zone](../glossary.md#zone)\n> - [ ] Là\n"
        let page = try BuiltSite(content).page("fr/core/a.html")
        #expect(page.tags("span", class: "tip").map { $0["id"] } == ["l-term-1", nil])
    }

    @Test func theGlossaryTellsLettersTranslationsAndUses() throws {
        let page = try BuiltSite(Self.content).page("fr/glossary.html")
        #expect(page.tags("h2").map { $0["id"] } == ["step", "end", "zone"])
        #expect(page.texts("letter") == ["E", "F", "Z"])
        #expect(page.hrefs("letter") == ["#step", "#end", "#zone"])
        #expect(page.hrefs("translation") == ["../en/glossary.html#zone"])
        #expect(page.texts("translation") == ["Area"])
        #expect(page.texts("use") == ["Plus 1", "Module 1 1"])
    }

    @Test func aFallbackSpeaksTheLanguageOfItsText() throws {
        let site = try BuiltSite(Self.content)
        let page = site.page("en/core/a.html")
        #expect(page.tags("span", class: "tip").map(\.text) == ["Un lieu & plus.", "Un lieu & plus."])
        #expect(page.hrefs("term") == ["../glossary.html#zone", "../glossary.html#zone"])
        #expect(site.page("en/glossary.html").texts("use") == ["Module 1 1"])
    }

    @Test func aTextInALanguageWithoutGlossarySaysInWhichItIsExplained() throws {
        var content = Self.content
        content["en/glossary.md"] = nil
        content["en/1-core/1-a.md"] = "# A\n\nThe [area](../glossary.md#zone)."
        let tip = try #require(try BuiltSite(content).page("en/core/a.html").tags("span", class: "tip").first)
        #expect(tip["lang"] == "fr" && tip.text == "Un lieu & plus.")
    }

    @Test func anOfflineCopyExplainsTermsAndListsWhatItHas() throws {
        let site = try BuiltSite(Self.content, settings: "downloads: [zip]")
        let copy = try ZIPFile(site.files["fr/downloads/course-1-core-fr.zip"] ?? [])
        let folder = "course-1-core-fr/"
        let session = HTMLPage(try copy.text(of: folder + "fr/core/a.html"))
        #expect(session.tags("span", class: "tip").map(\.text) == ["Un lieu & plus.", "Un lieu & plus."])
        let glossary = HTMLPage(try copy.text(of: folder + "fr/glossary.html"))
        #expect(glossary.texts("use") == ["Module 1 1"])
        #expect(glossary.texts("translation") == ["Area"] && glossary.hrefs("translation") == [])
    }

    @Test func onlyCheckTellsWhatAGlossaryLacks() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "glossary-terms" })
        #expect(try SiteBuilder(files: fixture.files()).build().diagnostics.isEmpty)
        #expect(try Set(fixture.check().diagnostics.map(\.code)) == ["missing-term", "unused-term"])
    }
}
