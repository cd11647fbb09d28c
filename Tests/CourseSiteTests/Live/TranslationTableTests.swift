import Testing

@testable import CourseSite

struct TranslationTableTests {
    private static let draft = "---\ndraft: true\n---\n"
    private static let content = [
        "fr/index.md": "# Accueil", "en/index.md": "# Home", "ar/index.md": "# الرئيسية",
        "fr/2-core/index.md": "# Les bases", "en/2-core/index.md": "# Basics",
        "fr/2-core/1-a.md": "---\nslug: premier\n---\n# A", "en/2-core/1-a.md": draft + "# A in English",
        "fr/2-core/2-b.md": "---\nfallback: omit\n---\n# B", "en/2-core/2-b.md": "# B in English",
        "en/2-core/3-only.md": "# Only English", "fr/2-core/4-soon.md": draft + "# Bientôt",
        "fr/1-more/index.md": "# Plus", "fr/1-more/1-alone.md": "---\nfallback: omit\n---\n# Seul",
        "fr/3-later/index.md": draft + "# Plus tard", "fr/3-later/1-x.md": "# X", "ar/9 à_b.md": "# ع",
        "fr/page.md": "# Page",
    ]

    private func table(drafts: Bool = false) throws -> TranslationTable {
        var options = SiteBuilder.Options()
        options.includesDrafts = drafts
        return try #require(try LiveCourse(Self.content, settings: "", options: options).live.translations)
    }

    /// Each row with what each column has: its state's first letter, a capital where only that one has the page; and which text is shown where.
    private func lines(_ table: TranslationTable) -> [String] {
        table.rows.map { row in
            let cells = row.cells.map { cell in
                let state = String(cell.state.rawValue.prefix(1))
                return (cell.isOnlyHere ? state.uppercased() : state) + (cell.shown.map(String.init) ?? "")
                    + (cell.path.map { " \($0)" } ?? "")
            }
            return "\(row.kind == .session ? "  " : "")\(row.kind) \(row.title): " + cells.joined(separator: ", ")
        }
    }

    @Test func hasEveryStateInTheOrderOfReading() throws {
        #expect(
            lines(try table()) == [
                "home Accueil: t0 fr/index.html, t1 en/index.html, t2 ar/index.html",
                "module Plus: t0 fr/more/index.html, f0 en/more/index.html, f0 ar/more/index.html",
                "  session Seul: T0 fr/more/alone.html, m, m",
                "module Les bases: t0 fr/core/index.html, t1 en/core/index.html, f0 ar/core/index.html",
                "  session A: t0 fr/core/premier.html, d0 en/core/premier.html, f0 ar/core/premier.html",
                "  session B: t0 fr/core/b.html, t1 en/core/b.html, m",
                "page Page: t0 fr/page.html, f0 en/page.html, f0 ar/page.html",
                "  session Only English: m, T1 en/core/only.html, m",
                "page ع: m, m, T2 ar/9 à_b.html",
                "  session Bientôt: D, m, m",
                "  session X: D, m, m",
                "module Plus tard: D, m, m",
            ])
    }

    @Test func draftsThatAreShownAreDraftsStill() throws {
        let table = try table(drafts: true)
        #expect(
            lines(table) == [
                "home Accueil: t0 fr/index.html, t1 en/index.html, t2 ar/index.html",
                "module Plus: t0 fr/more/index.html, f0 en/more/index.html, f0 ar/more/index.html",
                "  session Seul: T0 fr/more/alone.html, m, m",
                "module Les bases: t0 fr/core/index.html, t1 en/core/index.html, f0 ar/core/index.html",
                "  session A: t0 fr/core/premier.html, d1 en/core/a.html, f0 ar/core/premier.html",
                "  session B: t0 fr/core/b.html, t1 en/core/b.html, m",
                "  session Bientôt: d0 fr/core/soon.html, f0 en/core/soon.html, f0 ar/core/soon.html",
                "module Plus tard: d0 fr/later/index.html, f0 en/later/index.html, f0 ar/later/index.html",
                "  session X: d0 fr/later/x.html, f0 en/later/x.html, f0 ar/later/x.html",
                "page Page: t0 fr/page.html, f0 en/page.html, f0 ar/page.html",
                "  session Only English: m, T1 en/core/only.html, m",
                "page ع: m, m, T2 ar/9 à_b.html",
            ])
        #expect(table.rows.flatMap(\.cells).count { $0.state == .draft } == 4)
    }

    @Test func totalsAreThoseOfTheColumns() throws {
        for table in [try table(), try table(drafts: true)] {
            #expect(table.columns.map(\.code) == ["fr", "en", "ar"])
            #expect(table.columns.map(\.name) == ["Français", "English", "العربية"])
            #expect(table.columns.map(\.direction) == ["ltr", "ltr", "rtl"])
            for (index, column) in table.columns.enumerated() {
                for state in TranslationTable.State.allCases {
                    #expect(column.counts[state] == table.rows.count { $0.cells[index].state == state })
                }
            }
        }
    }

    @Test func everyPageIsFoundByItsPath() throws {
        for drafts in [false, true] {
            let table = try table(drafts: drafts)
            for (row, cells) in table.rows.map(\.cells).enumerated() {
                for (column, cell) in cells.enumerated() {
                    guard let path = cell.path else { continue }
                    let place = try #require(table.place(of: path))
                    #expect(place.row == row && place.column == column)
                    #expect(table[place] == cell)
                }
            }
            for path in ["index.html", "fr/points-cles.html", "fr"] { #expect(table.place(of: OutputPath(path)) == nil) }
        }
    }

    @Test func sourcesAreTheLanguagesOwn() throws {
        let table = try table()
        for row in table.rows {
            for (column, cell) in zip(table.columns, row.cells) {
                let isOwn = cell.state == .translated || cell.state == .draft
                #expect(cell.source == (isOwn ? "content/\(column.code)/\(row.key)" : nil))
            }
        }
        #expect(table.rows.map(\.titleColumn) == [0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0])
    }

    @Test func idsAreUniqueAndStable() throws {
        let rows = try table().rows
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(rows.first { $0.key == "2-core/1-a.md" }?.id == "page-2-core__1-a")
        #expect(rows.first { $0.key == "9 à_b.md" }?.id == "page-9_20_c3_a0_5fb")
        #expect(rows.allSatisfy { $0.id.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "-_.".utf8.contains($0) } })
    }

    @Test func itIsThatOfTheLastSiteThatCouldBeMade() throws {
        let course = try LiveCourse(Self.content, settings: "")
        let rows = course.live.translations?.rows.count
        _ = try course.write("content/fr/page.md", "# Page\n\n[x](nowhere.md)")
        #expect(course.live.translations?.rows.count == rows)
        _ = try course.write("content/fr/page.md", "# Autre page")
        #expect(course.live.translations?.rows.first { $0.key == "page.md" }?.title == "Autre page")
        _ = try course.write("content/en/page.md", "# Page")
        #expect(course.live.translations?.rows.first { $0.key == "page.md" }?.cells[1].state == .translated)
        _ = try course.write("content/en/page.md", nil)
        #expect(course.live.translations?.rows.first { $0.key == "page.md" }?.cells[1].state == .fallback)
    }

    @Test func aCourseOfOneLanguageHasNothingOfItsOwn() throws {
        let project = [
            "site.yml": "name: c\ntitle: C\nlocales: [{code: fr, name: F}]\ntheme: plain\n", "content/fr/index.md": "# Home\n",
        ]
        let live = LiveSite(SiteBuilder(files: OverlayFiles(upper: MemoryFiles(project), lower: try Fixture.sharedFiles())))
        try live.build()
        #expect(live.translations?.rows.first?.cells.map(\.isOnlyHere) == [false])
    }
}
