import Testing

struct DraftTests {
    private static let draft = "---\ndraft: true\n---\n"
    private static let content = [
        "fr/index.md": "# Accueil", "en/index.md": "# Home", "fr/core/index.md": "# M", "en/core/index.md": "# M",
        "fr/core/01-a.md": "# Source",
        "en/core/01-a.md": draft + "# Draft translation", "fr/core/02-b.md": draft + "# B", "en/core/03-c.md": draft + "# C",
        "fr/new/index.md": draft + "# New module", "fr/new/01-d.md": "# D", "en/new/01-d.md": "# D",
    ]

    @Test func areInNoOutput() throws {
        let site = try BuiltSite(Self.content)
        #expect(
            site.paths.filter { $0.contains("/core/") || $0.contains("/new/") }
                == ["en/core/a.html", "en/core/index.html", "fr/core/a.html", "fr/core/index.html"])
        #expect(site.files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Draft translation") })
    }

    @Test func aDraftTranslationFallsBack() throws {
        let page = try BuiltSite(Self.content).page("en/core/a.html")
        #expect(page.tags("h1").map(\.text) == ["Source"])
        #expect(page.tags("h1").first?["lang"] == "fr")
    }

    @Test func areBuiltOnRequest() throws {
        let site = try BuiltSite(Self.content, drafts: true)
        #expect(site.page("en/core/a.html").tags("h1").map(\.text) == ["Draft translation"])
        for path in ["fr/core/b.html", "en/core/b.html", "en/core/c.html", "fr/new/index.html", "fr/new/d.html", "en/new/d.html"] {
            #expect(site.paths.contains(path))
        }
    }

    @Test func aModuleWhoseTranslationIsADraftKeepsItsSessions() throws {
        let site = try BuiltSite([
            "fr/index.md": "# Accueil", "fr/m/index.md": "# Source", "en/m/index.md": Self.draft + "# Draft", "en/m/a.md": "# Session",
        ])
        #expect(site.page("en/m/index.html").tags("h1").map(\.text) == ["Source"])
        #expect(site.page("en/m/index.html").texts("entry") == ["1. Session"])
    }
}
