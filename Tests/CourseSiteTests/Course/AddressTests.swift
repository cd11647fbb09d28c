import Testing

/// Where pages and files lie in the site.
struct AddressTests {
    private func check(
        _ content: [String: String], locales: [String] = ["fr", "en"], makes expected: [String],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let always = [".nojekyll", "404.html", "index.html"] + locales.map { "\($0)/index.html" }
        let site = try BuiltSite(
            content.merging(["fr/index.md": "# Home"]) { own, _ in own }, locales: locales, sourceLocation: sourceLocation)
        #expect(site.paths.filter { !always.contains($0) } == expected.sorted(), sourceLocation: sourceLocation)
    }

    @Test func numbersAreNoPartOfAddresses() throws {
        try check(
            ["fr/01-core/index.md": "# M", "fr/01-core/02-défis & co.md": "# S", "fr/03-about.md": "# A", "fr/2026.md": "# Year"],
            locales: ["fr"],
            makes: ["fr/core/index.html", "fr/core/défis & co.html", "fr/about.html", "fr/2026.html"])
    }

    @Test func eachLocaleHasItsOwnSlugs() throws {
        try check(
            [
                "fr/core/index.md": "---\nslug: bases\n---\n# M", "fr/core/01-a.md": "---\nslug: defis\n---\n# S",
                "en/core/index.md": "---\nslug: basics\n---\n# M", "en/core/01-a.md": "# S",
            ], makes: ["fr/bases/index.html", "fr/bases/defis.html", "en/basics/index.html", "en/basics/a.html"])
    }

    @Test func aFallbackHasTheReadersModuleAndTheSourcesOwnSlug() throws {
        try check(
            [
                "fr/core/index.md": "---\nslug: bases\n---\n# M", "fr/core/01-a.md": "---\nslug: defis\n---\n# S",
                "en/core/index.md": "---\nslug: basics\n---\n# M",
            ], makes: ["fr/bases/index.html", "fr/bases/defis.html", "en/basics/index.html", "en/basics/defis.html"])
    }

    @Test func filesLieBesideThePagesOfTheirFolder() throws {
        try check(
            [
                "fr/01-core/index.md": "---\nslug: bases\n---\n# M", "fr/01-core/media/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "fr/media/deep/b.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "en/c.txt": "c",
                "fr/.hidden": "x", "fr/page.md~": "x", "fr/#page.md#": "x", "fr/Thumbs.db": "x", "fr/.git/config": "x",
            ],
            makes: ["fr/bases/index.html", "en/bases/index.html", "fr/bases/media/a.svg", "fr/media/deep/b.svg", "en/c.txt"])
    }

    @Test func earlierAddressesLeadToThePage() throws {
        let site = try BuiltSite([
            "fr/index.md": "# Home", "fr/core/index.md": "# M",
            "fr/core/a.md": "---\naliases: [core/old.html, ancien/, vieux/défis.html]\n---\n# S <1>",
        ])
        for (path, href) in [
            ("fr/core/old.html", "a.html"), ("fr/ancien/index.html", "../core/a.html"), ("fr/vieux/défis.html", "../core/a.html"),
        ] {
            let page = site.page(path)
            #expect(page.tags("meta").map { $0["content"] } == ["0; url=\(href)"])
            #expect(page.addresses == [href])
            #expect(page.tags("a").map(\.text) == ["S <1>"])
        }
        #expect(!site.paths.contains("en/core/old.html"))
    }
}
