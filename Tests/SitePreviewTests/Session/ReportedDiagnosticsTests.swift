import Diagnostics
import Testing

@testable import SitePreview

/// What an author has to read again, and what not.
struct ReportedDiagnosticsTests {
    private enum Code: String { case broken, vague }

    private func diagnostic(_ code: Code, line: Int, path: String = "content/en/a.md", _ message: String = "wrong") -> Diagnostic {
        let position = SourcePosition(line: line, column: 1)
        return Diagnostic(.warning, code, message, at: SourceLocation(path: path, start: position, end: position, excerpt: nil))
    }

    @Test func allIsNewAtFirst() {
        var reported = ReportedDiagnostics()
        let found = [diagnostic(.broken, line: 1), diagnostic(.broken, line: 2)]
        let verdict = reported.verdict(of: found)
        #expect(verdict.news == found && verdict.diagnostics == found && !verdict.isAsBefore)
    }

    @Test func whatHasMovedIsAsBefore() {
        var reported = ReportedDiagnostics()
        _ = reported.verdict(of: [diagnostic(.broken, line: 3), diagnostic(.vague, line: 4)])
        let verdict = reported.verdict(of: [diagnostic(.vague, line: 1), diagnostic(.broken, line: 9)])
        #expect(verdict.news == [] && verdict.isAsBefore && verdict.diagnostics.count == 2)
    }

    /// Of two that say the same, the first was there: nobody can tell which is which, and one is news.
    @Test func aSecondOneOfTheSameIsNews() {
        var reported = ReportedDiagnostics()
        _ = reported.verdict(of: [diagnostic(.broken, line: 3)])
        let verdict = reported.verdict(of: [diagnostic(.broken, line: 3), diagnostic(.broken, line: 8)])
        #expect(verdict.news == [diagnostic(.broken, line: 8)] && !verdict.isAsBefore)
    }

    @Test func anotherFileOrAnotherMessageIsNews() {
        var reported = ReportedDiagnostics()
        _ = reported.verdict(of: [diagnostic(.broken, line: 3)])
        let others = [diagnostic(.broken, line: 3, path: "content/en/b.md"), diagnostic(.broken, line: 3, "otherwise")]
        #expect(reported.verdict(of: others).news == others)
    }

    @Test func whatHasGoneIsNoNewsButNotAsBeforeAndIsNewWhenItComesBack() {
        var reported = ReportedDiagnostics()
        let found = [diagnostic(.broken, line: 3)]
        _ = reported.verdict(of: found)
        let gone = reported.verdict(of: [])
        #expect(gone.news == [] && !gone.isAsBefore)
        #expect(reported.verdict(of: []).isAsBefore)
        #expect(reported.verdict(of: found).news == found)
    }
}
