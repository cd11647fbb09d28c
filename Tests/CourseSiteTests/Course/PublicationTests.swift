import Testing

/// What a site tells search engines and other programs, which needs its address.
struct PublicationTests {
    private static let content = [
        "fr/index.md": "# Accueil", "en/index.md": "# Home", "fr/a.md": "---\nupdated: 2026-11-24\n---\n# A", "en/a.md": "# A",
        "fr/b.md": "# B",
        "en/only.md": "# Only", "fr/m/index.md": "# M & \\<co>",
        "fr/m/s.md": "---\nduration: 90\nobjectives: [\"Dire \\\"oui\\\"\"]\n---\n# S",
    ]

    private func canonical(_ page: HTMLPage) -> [String?] { page.tags("link").filter { $0["rel"] == "canonical" }.map { $0["href"] } }
    private func alternates(_ page: HTMLPage) -> [String] {
        page.tags("link").filter { $0["rel"] == "alternate" }.map { "\($0["hreflang"] ?? "") \($0["href"] ?? "")" }
    }

    @Test func withoutAnAddressNothingOfItIsThere() throws {
        let site = try BuiltSite(Self.content)
        #expect(site.paths.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".txt") } == [])
        for (path, page) in site.pages {
            #expect(canonical(page).isEmpty && alternates(page).isEmpty && page.tags("script").isEmpty, "\(path)")
            for address in page.addresses where path != "404.html" {
                #expect(!address.hasPrefix("/") && !address.contains("://"), "\(path): \(address)")
            }
        }
        #expect(site.page("404.html").addresses == ["/fr/index.html", "/en/index.html"])
    }

    @Test(arguments: ["https://example.org/cours", "https://example.org/cours/"])
    func translationsNameEachOther(url: String) throws {
        let site = try BuiltSite(Self.content, settings: "url: \(url)")
        let root = "https://example.org/cours/"
        let both = ["fr \(root)fr/a.html", "en \(root)en/a.html", "x-default \(root)fr/a.html"]
        for locale in ["fr", "en"] {
            #expect(alternates(site.page("\(locale)/a.html")) == both)
            #expect(canonical(site.page("\(locale)/a.html")) == ["\(root)\(locale)/a.html"])
        }
        #expect(alternates(site.page("index.html")) == ["fr \(root)fr/index.html", "en \(root)en/index.html", "x-default \(root)"])
        #expect(site.page("404.html").addresses == ["/cours/fr/index.html", "/cours/en/index.html"])
    }

    @Test func aFallbackIsTheSourcesPage() throws {
        let site = try BuiltSite(Self.content, settings: "url: https://example.org/")
        #expect(canonical(site.page("en/b.html")) == ["https://example.org/fr/b.html"])
        #expect(alternates(site.page("en/b.html")).isEmpty)
        #expect(canonical(site.page("en/only.html")) == ["https://example.org/en/only.html"])
        #expect(site.page("en/m/s.html").source.contains("\"url\":\"https://example.org/fr/m/s.html\",\"inLanguage\":\"fr\""))
    }

    @Test func theSitemapHasRealTranslationsOnly() throws {
        let site = try BuiltSite(Self.content, settings: "url: https://example.org/")
        let sitemap = site.text(of: "sitemap.xml")
        let entries = sitemap.split(separator: "\n").filter { $0.hasPrefix("<url>") }
        let addresses = entries.compactMap {
            $0.split(separator: "<loc>https://example.org/").last?.split(separator: "<").first.map(String.init)
        }
        #expect(
            addresses.sorted() == [
                "en/a.html", "en/index.html", "en/only.html", "fr/a.html", "fr/b.html", "fr/index.html", "fr/m/index.html", "fr/m/s.html",
            ])
        #expect(entries.filter { $0.contains("hreflang") }.count == 4)
        #expect(entries.filter { $0.contains("<lastmod>") }.map { $0.contains("fr/a.html</loc><lastmod>2026-11-24</lastmod>") } == [true])
        #expect(site.text(of: "robots.txt").hasSuffix("\nSitemap: https://example.org/sitemap.xml\n"))
    }

    @Test func whatPagesAreIsSaidForPrograms() throws {
        let site = try BuiltSite(
            Self.content, settings: "url: https://example.org/\nlicense: CC-BY-4.0\npublisher: \"</script>\"\ndescription: Un cours")
        func data(_ path: String) -> String? { site.page(path).tags("script").first { $0["type"] == "application/ld+json" }?.text }
        #expect(
            data("fr/m/s.html") == """
                {"@context":"https://schema.org","@type":"LearningResource","license":"https://creativecommons.org/licenses/by/4.0/",\
                "publisher":{"@type":"Organization","name":"\\u003c/script>"},\
                "isPartOf":{"@type":"Course","name":"Accueil","url":"https://example.org/fr/index.html"},\
                "name":"S","url":"https://example.org/fr/m/s.html","inLanguage":"fr","timeRequired":"PT1H30M","teaches":["Dire «\u{202F}oui\u{202F}»"]}
                """)
        #expect(data("fr/index.html")?.contains("\"@type\":\"Course\"") == true)
        #expect(data("fr/index.html")?.contains("\"description\":\"Un cours\"") == true)
        #expect(data("fr/m/index.html")?.contains("\"name\":\"M & \\u003cco>\"") == true)
        #expect(data("fr/a.html") == nil)
    }

    @Test func objectivesInTheTextAreTaughtToo() throws {
        let block =
            "> [!OBJECTIVES]\n> Vous saurez :\n>\n> - lire *une* [carte](index.md)\n>   - d’abord la légende\n> - tracer\n>\n> Bon courage."
        let content = [
            "fr/index.md": "# Accueil", "fr/m/index.md": "# M", "fr/m/s.md": "---\nobjectives: [compter]\n---\n# S\n\n\(block)",
            "fr/m/t.md": "# T\n\n\(block)",
        ]
        let site = try BuiltSite(content, settings: "url: https://example.org/")
        #expect(site.text(of: "fr/m/s.html").contains("\"teaches\":[\"compter\",\"lire une carte\",\"tracer\"]"))
        #expect(site.text(of: "fr/m/t.html").contains("\"teaches\":[\"lire une carte\",\"tracer\"]"))
        #expect(!site.text(of: "fr/m/index.html").contains("teaches"))
    }
}
