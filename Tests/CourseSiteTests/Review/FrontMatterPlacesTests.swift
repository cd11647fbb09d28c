import Testing

@testable import CourseSite

/// Where a front matter's values stand, whatever lies between its fences.
struct FrontMatterPlacesTests {
    private func keys(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let (_, bodyStart) = FrontMatterReader.read(bytes, report: FileReport(SourcePath("content/fr/index.md"), bytes))
        return FrontMatterPlaces.values(in: bytes, before: bodyStart).keys.sorted()
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func nothingBetweenTheFencesIsNoValue(_ lineEnd: String) {
        for lines in [
            ["---", "---"], ["---", "", "---"], ["---", "---", ""], ["---", "---", "# A"], ["---", " ", "---", "A"], ["---"],
            ["---", "---", "", "---"],
        ] {
            #expect(keys(lines.joined(separator: lineEnd)) == [], "\(lines)")
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func valuesAreFound(_ lineEnd: String) {
        #expect(keys(["---", "title: A", "summary: B", "---", "# A"].joined(separator: lineEnd)) == ["summary", "title"])
        #expect(keys(["\u{FEFF}---", "title: A", "---"].joined(separator: lineEnd)) == ["title"])
    }
}
