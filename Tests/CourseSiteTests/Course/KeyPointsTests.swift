import Testing

@testable import CourseSite

/// The pages that collect what to keep of each session. What stands on them shows the fixture `key-points`.
struct KeyPointsTests {
    private static func session(_ title: String, _ point: String?) -> String {
        "# \(title)\n" + (point.map { "\n> [!KEYPOINTS]\n> - \($0)\n" } ?? "")
    }

    private static let content = [
        "fr/index.md": "# Accueil", "fr/1-core/index.md": "---\nlabel: Module 1\n---\n# Bases", "fr/2-more/index.md": "# Plus",
        "fr/3-none/index.md": "# Rien", "fr/1-core/1-a.md": session("A", "Un"), "fr/1-core/2-b.md": session("B", nil),
        "fr/1-core/3-c.md": session("C", "Trois"), "fr/2-more/1-d.md": session("D", "Quatre"), "fr/3-none/1-e.md": session("E", nil),
        "en/index.md": "# Home", "en/1-core/1-a.md": session("A in English", "One"),
    ]

    @Test func modulesAndTheCourseHaveThem() throws {
        let site = try BuiltSite(Self.content)
        #expect(
            site.paths.filter { $0.contains("points") }
                == [
                    "en/core/key-points.html", "en/key-points.html", "en/more/key-points.html", "fr/core/points-cles.html",
                    "fr/more/points-cles.html", "fr/points-cles.html",
                ])
        #expect(site.page("fr/core/points-cles.html").hrefs("of") == ["a.html", "c.html"])
        #expect(site.page("fr/core/points-cles.html").tags("li").map(\.text) == ["Un", "Trois"])
        #expect(site.page("fr/core/points-cles.html").hrefs("contents") == ["#l-session-1", "#l-session-2"])
        #expect(site.page("fr/points-cles.html").hrefs("of") == ["core/a.html", "core/c.html", "more/d.html"])
        #expect(site.page("fr/points-cles.html").hrefs("module") == ["core/points-cles.html", "more/points-cles.html"])
        #expect(site.page("fr/core/index.html").hrefs("key-points") == ["points-cles.html"])
        #expect(site.page("fr/index.html").hrefs("key-points") == ["points-cles.html"])
        #expect(site.page("fr/none/index.html").hrefs("key-points") == [])
        #expect(LinkChecker(site.files).broken == [])
    }

    @Test func theyAreTheEndOfTheRoute() throws {
        let site = try BuiltSite(Self.content)
        #expect(site.page("fr/core/c.html").hrefs("next") == ["points-cles.html"])
        #expect(site.page("fr/core/points-cles.html").hrefs("previous") == ["c.html"])
        #expect(site.page("fr/core/points-cles.html").hrefs("next") == ["../more/index.html"])
        #expect(site.page("fr/none/e.html").hrefs("next") == ["../points-cles.html"])
        #expect(site.page("fr/points-cles.html").hrefs("next") == [])
        let outline = site.page("fr/core/points-cles.html").tags("a", class: "outline-key-points")
        #expect(outline.map { $0["href"] } == ["points-cles.html", "../more/points-cles.html", "../points-cles.html"])
        #expect(outline.map { $0["aria-current"] } == ["page", nil, nil])
    }

    @Test func videosAndTablesComeAlong() throws {
        var content = Self.content
        for (path, name) in [("1-core/1-a.md", "a"), ("1-core/3-c.md", "c")] {
            content["fr/\(path)"] =
                "# \(name)\n\n> [!KEYPOINTS]\n> ![Film \(name)](media/f.mp4)\n>\n> Tableau : Légende \(name)\n>\n> | \(name) |\n> | --- |\n"
        }
        content["fr/1-core/media/f.mp4"] = "mp4"
        content["fr/1-core/media/f.fr.vtt"] = "WEBVTT\n\n00:00.000 --> 00:01.000\nDit.\n"
        let site = try BuiltSite(content)
        for (path, media) in [("fr/core/points-cles.html", "media/f"), ("fr/points-cles.html", "core/media/f")] {
            let page = site.page(path)
            #expect(page.tags("video").map { $0["src"] } == ["\(media).mp4", "\(media).mp4"])
            #expect(page.tags("video").map { $0["aria-label"] } == ["Film a", "Film c"])
            #expect(page.tags("track").map { $0["src"] } == ["\(media).fr.vtt", "\(media).fr.vtt"])
            #expect(page.tags("caption").map(\.text) == ["Légende a", "Légende c"])
            let ids = ["l-table-1", "l-table-2"]
            #expect(page.tags("caption").map { $0["id"] } == ids)
            #expect(page.tags("div").compactMap { $0["aria-labelledby"] } == ids)
        }
        #expect(LinkChecker(site.files).broken == [])
    }

    @Test func nothingIsMadeOfNothing() throws {
        var content = Self.content.mapValues { $0.replacing(/> - .*/, with: ">") }
        #expect(try BuiltSite(content).paths.filter { $0.contains("points") } == [])
        content["fr/2-more/1-d.md"] = "---\ndraft: true\n---\n" + Self.session("D", "Quatre")
        #expect(try BuiltSite(content).paths.filter { $0.contains("points") } == [])
        #expect(try BuiltSite(content, drafts: true).paths.contains("fr/points-cles.html"))
    }

    @Test func aPageOfNothingButFallbacksIsTheSources() throws {
        let site = try BuiltSite(Self.content, settings: "url: https://example.org/")
        let mixed = site.page("en/core/key-points.html")
        #expect(mixed.tags("section").map { $0["lang"] } == [nil, "fr"])
        #expect(mixed.tags("link").first { $0["rel"] == "canonical" }?["href"] == "https://example.org/en/core/key-points.html")
        #expect(mixed.tags("link").compactMap { $0["hreflang"] } == ["fr", "en", "x-default"])
        let fallback = site.page("en/more/key-points.html")
        #expect(fallback.tags("h1").map { $0["lang"] } == ["fr"])
        #expect(fallback.tags("link").first { $0["rel"] == "canonical" }?["href"] == "https://example.org/fr/more/points-cles.html")
        let sitemap = site.text(of: "sitemap.xml")
        #expect(sitemap.contains("<loc>https://example.org/en/core/key-points.html</loc>"))
        #expect(!sitemap.contains("en/more/key-points.html"))
    }

    @Test func copiesHaveThoseOfTheirModules() throws {
        let site = try BuiltSite(Self.content, settings: "downloads: [zip]")
        func points(_ archive: String) throws -> [String] {
            let entries = try ZIPFile(site.files[archive] ?? []).entries
            #expect(LinkChecker(Dictionary(entries.map { ($0.name, $0.bytes) }) { $1 }).broken == [])
            return entries.map(\.name).filter { $0.contains("points") }
        }
        #expect(try points("fr/downloads/course-1-core-fr.zip") == ["course-1-core-fr/fr/core/points-cles.html"])
        #expect(try points("fr/downloads/course-3-none-fr.zip") == [])
        #expect(try points("fr/downloads/course-fr.zip").count == 3)
    }

    /// Up to 30 modules, as many as the outline shows.
    @Test(arguments: [30, 31])
    func thePageOfALargeCourseListsTheModules(count: Int) throws {
        var content = ["fr/index.md": "# Accueil"]
        for module in 1...count {
            content["fr/m\(module)/index.md"] = "# M\(module)"
            content["fr/m\(module)/s.md"] = Self.session("S\(module)", "Point \(module)")
        }
        let site = try BuiltSite(content, locales: ["fr"])
        let page = site.page("fr/points-cles.html")
        #expect(page.hrefs("module").count == count)
        #expect(page.hrefs("of").count == (count > 30 ? 0 : count))
        #expect(site.page("fr/m1/points-cles.html").hrefs("of") == ["s.html"])
        #expect(LinkChecker(site.files).broken == [])
    }

    /// Writing what to keep is writing, and makes the pages that show it, no others.
    @Test func aChangeMakesThePagesThatShowIt() throws {
        let files = MutableFiles(Dictionary(uniqueKeysWithValues: Self.content.map { ("content/\($0.key)", $0.value) }))
        files["site.yml"] = "name: course\ntitle: Course\nlocales: [{code: fr, name: F}, {code: en, name: E}]\ntheme: plain\n"
        let builder = SiteBuilder(files: OverlayFiles(upper: files, lower: try Fixture.sharedFiles()))
        func patch(_ path: String, _ text: String) throws -> [String]? {
            let last = try #require(try builder.build().build)
            files["content/\(path)"] = text
            return try builder.rebuild(after: last)?.outputs.map(\.path.string).sorted()
        }
        #expect(
            try patch("fr/1-core/3-c.md", Self.session("C", "Tout autre"))
                == [
                    "en/core/c.html", "en/core/key-points.html", "en/key-points.html", "fr/core/c.html", "fr/core/points-cles.html",
                    "fr/points-cles.html",
                ])
        #expect(
            try patch("en/1-core/1-a.md", Self.session("A in English", "Another"))
                == ["en/core/a.html", "en/core/key-points.html", "en/key-points.html"])
        #expect(try patch("fr/1-core/3-c.md", Self.session("C", "Tout autre") + "\nDu texte.\n") == ["en/core/c.html", "fr/core/c.html"])
        #expect(try patch("fr/1-core/2-b.md", Self.session("B", "Deux")) == nil, "a point more is a stop more")
    }
}
