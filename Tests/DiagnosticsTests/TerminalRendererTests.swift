import Diagnostics
import Testing

struct TerminalRendererTests {
    /// What is shown of a line with a place in it, given by columns from 1, the second exclusive.
    private func check(
        _ line: String, _ columns: Range<Int>, endLine: Int = 1, shows expected: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let place = Diagnostics.SourceLocation(
            path: "a.md", start: SourcePosition(line: 1, column: columns.lowerBound),
            end: SourcePosition(line: endLine, column: columns.upperBound), excerpt: line)
        let text = TerminalRenderer(colour: false).render(Diagnostic(.error, Code.example, "no", at: place))
        let shown = text.split(separator: "\n").dropFirst(3).joined(separator: "\n")
        #expect(shown == expected, sourceLocation: sourceLocation)
    }

    private enum Code: String { case example }

    @Test func pointsAtThePlace() {
        check("Voir la suite", 6..<8, shows: "1 | Voir la suite\n  |      ^^")
        check("Voir la suite", 6..<6, shows: "1 | Voir la suite\n  |      ^")
        check("Voir la suite", 14..<14, shows: "1 | Voir la suite\n  |              ^")
        check("Voir la suite", 6..<7, endLine: 2, shows: "1 | Voir la suite\n  |      ^^^^^^^^")
        check("", 1..<1, shows: "1 | \n  | ^")
    }

    @Test func keepsCaretsBelowTheirCharacters() {
        check("\ta\tb", 4..<5, shows: "1 |     a    b\n  |          ^")
        check("e\u{301}e\u{301}x", 5..<6, shows: "1 | e\u{301}e\u{301}x\n  |   ^")
        check("文書x", 3..<4, shows: "1 | 文書x\n  |     ^")
        check("文書x", 1..<3, shows: "1 | 文書x\n  | ^^^^")
        check("🚀🎓x", 3..<4, shows: "1 | 🚀🎓x\n  |     ^")
    }

    @Test func showsControlCharactersAsPictures() {
        check("a\u{1B}[31mb\u{7F}\u{9B}", 2..<3, shows: "1 | a␛[31mb␡\u{FFFD}\n  |  ^")
        check("\u{202E}abc", 2..<3, shows: "1 | \u{FFFD}abc\n  |  ^")
    }

    @Test func cutsLongLines() {
        let line = String(repeating: "a", count: 300) + "x" + String(repeating: "b", count: 300)
        let cut = "…" + String(repeating: "a", count: 50) + "x" + String(repeating: "b", count: 49) + "…"
        check(line, 301..<302, shows: "1 | \(cut)\n  |  \(String(repeating: " ", count: 50))^")
        check(
            String(repeating: "a", count: 101), 1..<101,
            shows: "1 | \(String(repeating: "a", count: 100))…\n  | \(String(repeating: "^", count: 100))")
    }

    @Test func tellsWholeFilesNotesAndHelp() {
        let diagnostics = [
            Diagnostic(.warning, Code.example, "one", at: nil, help: "do\nthis"),
            Diagnostic(
                .error, Code.example, "two", at: SourceLocation(path: "content/\u{1B}.md"), notes: ["first", "second"], help: "do that"),
        ]
        let expected = """
            warning: example: one
              = help: do␊this

            error: example: two
             --> content/␛.md
              = note: first
              = note: second
              = help: do that

            """
        #expect(TerminalRenderer(colour: false).render(diagnostics) == expected)
    }

    @Test func coloursSeverityAndPlace() {
        let place = SourceLocation(
            path: "a.md", start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2), excerpt: "x")
        let expected = """
            \u{1B}[33;1mwarning: example\u{1B}[0m: no
             \u{1B}[34;1m-->\u{1B}[0m a.md:1:1
            \u{1B}[34;1m  |\u{1B}[0m
            \u{1B}[34;1m1 |\u{1B}[0m x
            \u{1B}[34;1m  |\u{1B}[0m \u{1B}[33;1m^\u{1B}[0m

            """
        #expect(TerminalRenderer(colour: true).render(Diagnostic(.warning, Code.example, "no", at: place)) == expected)
    }

    /// A diagnostic may come from a file that has changed in between, or from a bug: whatever its place says, it must be read.
    @Test func showsAnyPlace() {
        var random = SystemRandomNumberGenerator()
        let numbers = [Int.min, -1, 0, 1, 2, 3, 50, 100, 101, 150, 300, .max]
        let characters: [Unicode.Scalar] = ["a", "é", "\t", "\u{301}", "文", "\u{1F680}", "\u{200D}", "\r", "\0", "\u{202E}", "\u{FEFF}"]
        for _ in 0..<20_000 {
            var line = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...220, using: &random) { line.append(characters.randomElement(using: &random) ?? "a") }
            func position() -> SourcePosition {
                SourcePosition(line: numbers.randomElement(using: &random) ?? 1, column: numbers.randomElement(using: &random) ?? 1)
            }
            let place = SourceLocation(path: "a.md", start: position(), end: position(), excerpt: String(line))
            let lines = TerminalRenderer(colour: false).render(Diagnostic(.error, Code.example, "no", at: place)).split(separator: "\n")
            #expect(lines.count == 5 && lines.last?.contains("^") == true, "\(place)")
            #expect(lines.dropFirst(3).allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }, "\(place)")
        }
    }
}
