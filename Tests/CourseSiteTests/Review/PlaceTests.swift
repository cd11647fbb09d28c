import Diagnostics
import Testing

@testable import CourseSite

/// The place that a diagnostic names is the author's character, whatever stands around it: each mistake is put into all surroundings, and
/// where it must be told is found by a search for marks that are then taken out.
struct PlaceTests {
    /// How a page can be saved.
    enum Saving: String, CaseIterable {
        case plainly, withFrontMatter, withCarriageReturns, withCarriageReturnsAlone, withByteOrderMark

        func save(_ text: String) -> String {
            switch self {
            case .plainly: text
            case .withFrontMatter: "---\ntitle: Été\nsummary: |\n  here DO NOT FORGET\n---\n\(text)"
            case .withCarriageReturns: text.replacing("\n", with: "\r\n")
            case .withCarriageReturnsAlone: text.replacing("\n", with: "\r")
            case .withByteOrderMark: "\u{FEFF}\(text)"
            }
        }
    }

    /// A page with one mistake.
    private struct MarkedPage {
        let mistake: PlacedMistake
        let surrounding: Surrounding
        let text: String
        let place: Range<SourcePosition>

        init?(_ mistake: PlacedMistake, _ surrounding: Surrounding, number: Int, _ saving: Saving) {
            guard surrounding.takes(mistake.form) else { return nil }
            let title = saving == .withFrontMatter ? "" : "# Été\n\n"
            let body = surrounding.put(mistake.text) + "\n\n" + mistake.below
            let marked = saving.save((title + body + "\n").replacing("%", with: String(number)))
            guard let start = Self.position(of: "⟦", in: marked), let end = Self.position(of: "⟧", in: marked) else { return nil }
            // On the same line the mark of the start is counted before that of the end.
            place = start..<(start.line == end.line ? SourcePosition(line: end.line, column: end.column - 1) : end)
            text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
            self.mistake = mistake
            self.surrounding = surrounding
        }

        private static func position(of mark: Unicode.Scalar, in text: String) -> SourcePosition? {
            var line = 1
            var column = 1
            var previous: Unicode.Scalar?
            for scalar in text.unicodeScalars {
                if previous == "\n" || previous == "\r" && scalar != "\n" { (line, column) = (line + 1, 1) }
                if scalar == mark { return SourcePosition(line: line, column: column) }
                if scalar != "\u{FEFF}" { column += 1 }
                previous = scalar
            }
            return nil
        }
    }

    @Test(arguments: Saving.allCases)
    func mistakesAreWhereASearchFindsThem(_ saving: Saving) throws {
        let pairs = PlacedMistake.all.flatMap { mistake in Surrounding.all.map { (mistake, $0) } }
        let pages = pairs.enumerated().compactMap { MarkedPage($1.0, $1.1, number: $0, saving) }
        // Enough to mean something, whatever is changed in the tables.
        #expect(pages.count > 1_500)
        try expectPlaces(pages, "\(saving.rawValue)")
    }

    /// Surroundings in surroundings, drawn by lot.
    @Test(arguments: [1, 2])
    func mistakesInSurroundingsInSurroundingsAreWhereASearchFindsThem(_ seed: UInt64) throws {
        var lot = SeededGenerator(seed: seed)
        var pages = [MarkedPage]()
        while pages.count < 1_000 {
            guard let mistake = PlacedMistake.all.randomElement(using: &lot), let inner = Surrounding.all.randomElement(using: &lot),
                let outer = Surrounding.aroundLines.randomElement(using: &lot), let saving = Saving.allCases.randomElement(using: &lot),
                let both = outer.around(inner), let page = MarkedPage(mistake, both, number: pages.count, saving)
            else { continue }
            pages.append(page)
        }
        try expectPlaces(pages, "seed \(seed)")
    }

    private func expectPlaces(_ pages: [MarkedPage], _ circumstance: String) throws {
        let found = try diagnostics(of: pages)
        for (number, page) in pages.enumerated() {
            let places = (found[path(number)] ?? []).filter { $0.code == page.mistake.code }.compactMap(\.location)
            #expect(
                places.map { $0.start..<max($0.start, $0.end) } == [page.place],
                "\(page.mistake.code) in \(page.surrounding.name), \(circumstance):\n\(page.text)\n\(rendered(found[path(number)] ?? []))"
            )
        }
    }

    private func path(_ number: Int) -> String { "content/en/p\(number).md" }

    private func rendered(_ diagnostics: [Diagnostic]) -> String { TerminalRenderer(colour: false).render(diagnostics) }

    private func diagnostics(of pages: [MarkedPage]) throws -> [String: [Diagnostic]] {
        var project = Dictionary(uniqueKeysWithValues: PlacedMistake.files.map { ("content/en/\($0.key)", $0.value) })
        project["content/en/index.md"] = "# Home\n"
        project["site.yml"] = "name: course\ntitle: Course\ntheme: plain\nlocales: [{code: en, name: English}]\ndownloads: []\n"
        for (number, page) in pages.enumerated() { project[path(number)] = page.text }
        let files = OverlayFiles(upper: MemoryFiles(project), lower: try Fixture.sharedFiles())
        return Dictionary(grouping: try SiteBuilder(files: files).check(askingBy: FakeLychee.runner).diagnostics) {
            $0.location?.path ?? ""
        }
    }
}
