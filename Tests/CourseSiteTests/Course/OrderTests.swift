import Testing

/// In which order modules, sessions and pages of their own come.
struct OrderTests {
    /// - Parameters:
    ///   - content: sessions of the module `m` and what else there is, by path below the locale's folder; each title is its path.
    ///   - expected: the titles in the outline of each locale.
    private func check(
        _ content: [String: String], _ expected: [String: [String]], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let files = Dictionary(
            uniqueKeysWithValues: content.map { path, frontMatter in
                (path, "---\ntitle: \(path.split(separator: "/").last ?? "")\n\(frontMatter)\n---\n")
            })
        let site = try BuiltSite(
            files.merging(["fr/index.md": "# Home", "fr/m/index.md": "# Module"]) { $1 }, locales: expected.keys.sorted().reversed(),
            sourceLocation: sourceLocation)
        for (locale, titles) in expected {
            #expect(site.page("\(locale)/index.html").texts("outline-session") == titles, sourceLocation: sourceLocation)
        }
    }

    @Test func numbersOrderNamesAndAreCounted() throws {
        try check(
            ["fr/m/10-last.md": "", "fr/m/2-second.md": "", "fr/m/01-first.md": "", "fr/m/extra.md": ""],
            ["fr": ["01-first.md", "2-second.md", "10-last.md", "extra.md"]])
    }

    @Test func namesWithoutNumbersAreInNaturalOrder() throws {
        try check(["fr/m/b10.md": "", "fr/m/b9.md": "", "fr/m/a.md": ""], ["fr": ["a.md", "b9.md", "b10.md"]])
    }

    @Test func orderGoesBeforeNumbers() throws {
        try check(
            ["fr/m/01-a.md": "order: 5", "fr/m/02-b.md": "", "fr/m/z.md": "order: 1"],
            ["fr": ["z.md", "02-b.md", "01-a.md"]])
    }

    @Test func translationsInheritTheOrderUnlessTheySetTheirOwn() throws {
        try check(
            [
                "fr/m/a.md": "order: 3", "fr/m/b.md": "order: 2", "fr/m/c.md": "order: 1", "en/m/a.md": "", "en/m/b.md": "order: 9",
                "en/m/c.md": "",
            ],
            ["fr": ["c.md", "b.md", "a.md"], "en": ["c.md", "a.md", "b.md"]])
    }

    @Test func anOrderThatOnlyATranslationHasIsItsOwn() throws {
        try check(
            ["fr/m/a.md": "", "fr/m/b.md": "", "en/m/a.md": "", "en/m/b.md": "order: 0"],
            ["fr": ["a.md", "b.md"], "en": ["b.md", "a.md"]])
    }

    @Test func modulesAndPagesOfTheirOwnAreOrderedLikeSessions() throws {
        let site = try BuiltSite(
            [
                "fr/index.md": "# Home", "fr/10-z/index.md": "# Z", "fr/2-y/index.md": "# Y", "fr/x/index.md": "---\norder: 0\n---\n# X",
                "fr/02-about.md": "# About", "fr/01-privacy.md": "# Privacy",
            ], locales: ["fr"])
        let home = site.page("fr/index.html")
        #expect(home.texts("outline-module") == ["X", "Y", "Z"])
        #expect(home.texts("entry") == ["1. X", "2. Y", "3. Z"])
        #expect(home.texts("standalone") == ["Privacy", "About"])
    }
}
