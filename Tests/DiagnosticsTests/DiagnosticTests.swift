import Diagnostics
import Testing

private enum Code: String { case first, second }

struct DiagnosticTests {
    private static func place(_ path: String, _ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
        let start = SourcePosition(line: line, column: column)
        return SourceLocation(path: path, start: start, end: SourcePosition(line: line, column: column + 2), excerpt: "é \"x\"")
    }

    @Test func areToldInReadingOrderAndOnce() {
        let diagnostics = [
            Diagnostic(.error, Code.second, "5", at: Self.place("b.md", 1, 1)),
            Diagnostic(.error, Code.first, "3", at: Self.place("a.md", 2, 9)),
            Diagnostic(.error, Code.first, "4", at: Self.place("a.md", 10, 1)),
            Diagnostic(.error, Code.second, "3", at: Self.place("a.md", 2, 9)),
            Diagnostic(.warning, Code.second, "1", at: nil), Diagnostic(.error, Code.first, "3", at: Self.place("a.md", 2, 9)),
        ]
        #expect(diagnostics.inReadingOrder().map { "\($0.message)\($0.code)" } == ["1second", "3first", "3second", "4first", "5second"])
        #expect(diagnostics.errorsFirst.map(\.message) == ["5", "3", "4", "3", "3", "1"])
        #expect(diagnostics.errorCount == 5)
        #expect(diagnostics.warningCount == 1)
    }

    /// Other programs read this: a field may be added, none may change.
    @Test func areJSONForPrograms() {
        let diagnostics = [
            Diagnostic(.error, Code.first, "“x” does not exist", at: Self.place("content/é.md", 3, 5), notes: ["a\nb"], help: "write </x>"),
            Diagnostic(.warning, Code.second, "two", at: nil),
        ]
        let expected = """
            {"diagnostics":[{"code":"first","column":5,"endColumn":7,"endLine":3,"file":"content/é.md","help":"write </x>","line":3,\
            "message":"“x” does not exist","notes":["a\\nb"],"severity":"error"},\
            {"code":"second","message":"two","notes":[],"severity":"warning"}],"summary":{"errors":1,"warnings":1},"version":1}

            """
        #expect(JSONRenderer.render(diagnostics) == expected)
        #expect(JSONRenderer.render([]) == "{\"diagnostics\":[],\"summary\":{\"errors\":0,\"warnings\":0},\"version\":1}\n")
    }
}

struct NearestNameTests {
    @Test(arguments: [
        ("titel", "title"), ("sumary", "summary"), ("TITLE", "title"), ("objektives", "objectives"), ("orde", "order"),
        ("02-syneries.md", "02-synergies.md"),
    ])
    func findsWhatWasMeant(_ name: String, _ meant: String) {
        #expect(nearestName(to: name, among: ["order", "title", "summary", "objectives", "02-synergies.md"]) == meant)
    }

    @Test(arguments: ["", "authors", "x", String(repeating: "title", count: 100)])
    func neverGuessesWildly(_ name: String) {
        #expect(nearestName(to: name, among: ["order", "title", "summary", "objectives", ""]) == nil)
    }

    @Test func prefersTheNearestThenTheFirstByName() {
        #expect(nearestName(to: "cat", among: ["cut", "bat"]) == "bat")
        #expect(nearestName(to: "chapters", among: ["chapter", "chapitres"]) == "chapter")
        #expect(nearestName(to: "same", among: ["same", "some"]) == "some")
    }
}
