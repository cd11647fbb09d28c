import Testing

/// How one finds one's way: the outline, the pages before and after, numbers and sums.
struct NavigationTests {
    private static let content = [
        "fr/index.md": "# Accueil",
        "fr/1-core/index.md": "---\nlabel: Module 1\n---\n# Les bases",
        "fr/1-core/1-a.md": "---\nduration: 45\n---\n# A",
        "fr/1-core/2-b.md": "---\nduration: 30\n---\n# B",
        "fr/2-more/index.md": "---\noptional: true\n---\n# Plus loin",
        "fr/2-more/1-c.md": "# C",
        "fr/3-end/index.md": "# Fin",
        "fr/about.md": "# À propos",
        "fr/glossary.md": "# Lexique",
        "en/1-core/2-b.md": "---\nduration: 20\n---\n# B in English",
    ]

    @Test func theRouteGoesThroughModulesAndSessions() throws {
        let site = try BuiltSite(Self.content)
        let route = [
            ("core/index", "Module 1"), ("core/a", "A"), ("core/b", "B"), ("more/index", "Plus loin"), ("more/c", "C"),
            ("end/index", "Fin"),
        ]
        for (index, stop) in route.enumerated() {
            let page = site.page("fr/\(stop.0).html")
            #expect(page.texts("previous") == (index > 0 ? [route[index - 1].1] : []))
            #expect(page.texts("next") == (index + 1 < route.count ? [route[index + 1].1] : []))
        }
        #expect(site.page("fr/core/b.html").hrefs("next") == ["../more/index.html"])
        for path in ["fr/index.html", "fr/about.html", "fr/glossary.html"] { #expect(site.page(path).hrefs("next").isEmpty) }
    }

    @Test func theOutlineShowsWhereOneIs() throws {
        let site = try BuiltSite(Self.content)
        let page = site.page("fr/core/b.html")
        #expect(page.texts("outline-module") == ["Module 1", "Plus loin", "Fin"])
        #expect(page.texts("outline-session") == ["A", "B", "C"])
        #expect(page.hrefs("outline-session") == ["a.html", "b.html", "../more/c.html"])
        #expect(page.tags.filter { $0["aria-current"] == "page" }.map(\.text) == ["B"])
        #expect(page.tags("p").first?.text == "Module 1 2/2")
        #expect(site.page("fr/core/index.html").tags.filter { $0["aria-current"] == "page" }.map(\.text) == ["Module 1"])
        #expect(site.page("fr/index.html").tags.allSatisfy { $0["aria-current"] != "page" })
    }

    @Test func namesOfAnotherLanguageAreMarked() throws {
        let page = try BuiltSite(Self.content).page("en/core/a.html")
        #expect(page.tags("a", class: "outline-session").map { $0["lang"] } == ["fr", nil, "fr"])
        #expect(page.tags("a", class: "next").map { $0["lang"] } == [nil])
        #expect(page.tags("a", class: "previous").map { $0["lang"] } == ["fr"])
    }

    @Test func durationsAreSummed() throws {
        let site = try BuiltSite(Self.content)
        #expect(site.page("fr/index.html").tags("p", class: "sums").map(\.text) == ["3 modules, 3 sessions, PT1H15M"])
        #expect(site.page("fr/core/index.html").tags("p", class: "module").map(\.text) == ["Module 1, 2 sessions, PT1H15M"])
        #expect(site.page("fr/core/index.html").texts("entry") == ["1. A, PT45M", "2. B, PT30M"])
        #expect(site.page("fr/more/index.html").tags("p", class: "module").map(\.text) == ["Plus loin, 1 session, facultatif"])
        #expect(site.page("fr/core/b.html").tags("p", class: "session").map(\.text) == ["2/2, PT30M"])
        #expect(site.page("en/core/b.html").tags("p", class: "session").map(\.text) == ["2/2, PT20M"])
        #expect(site.page("en/more/index.html").tags("p", class: "module").map(\.text) == ["Plus loin, 1 session, optional"])
        #expect(site.page("en/index.html").tags("p", class: "sums").map(\.text) == ["3 modules, 3 sessions, PT1H5M"])
    }

    @Test func pagesOfTheirOwnAndTheGlossaryAreOnEveryPage() throws {
        let page = try BuiltSite(Self.content).page("fr/core/a.html")
        #expect(page.hrefs("standalone") == ["../about.html"])
        #expect(page.hrefs("glossary") == ["../glossary.html"])
        #expect(page.hrefs("home") == ["../index.html"])
    }

    /// Up to 60 sessions a page's outline shows all; beyond, those of its module, so that pages stay small.
    @Test(arguments: [(60, 60, 60), (61, 31, 0), (70, 35, 0)])
    func aLargeCourseShowsTheSessionsOfTheModule(total: Int, inModule: Int, onHome: Int) throws {
        var content = ["fr/index.md": "# Accueil", "fr/1-a/index.md": "# A", "fr/2-b/index.md": "# B"]
        for number in 1...total {
            content["fr/\(number % 2 == 1 ? "1-a" : "2-b")/\(number)-s.md"] = "---\nslug: s\(number)\n---\n# S \(number)"
        }
        let site = try BuiltSite(content, locales: ["fr"])
        #expect(site.page("fr/a/s1.html").texts("outline-session").count == inModule)
        #expect(site.page("fr/a/s1.html").tags.filter { $0["aria-current"] == "page" }.map(\.text) == ["S 1"])
        #expect(site.page("fr/index.html").texts("outline-session").count == onHome)
        #expect(site.page("fr/index.html").texts("outline-module") == ["A", "B"])
        #expect(site.page("fr/index.html").tags("p", class: "sums").map(\.text) == ["2 modules, \(total) sessions"])
    }
}
