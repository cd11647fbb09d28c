import Diagnostics
import Testing

struct GitHubRendererTests {
    private enum Code: String { case example = "broken-link" }

    private static func place(_ path: String, endLine: Int = 3) -> Diagnostics.SourceLocation {
        SourceLocation(path: path, start: SourcePosition(line: 3, column: 5), end: SourcePosition(line: endLine, column: 7), excerpt: "x")
    }

    private func check(
        _ diagnostic: Diagnostic, in folder: String = "", is expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(GitHubRenderer(folder: folder).render([diagnostic]) == expected + "\n", sourceLocation: sourceLocation)
    }

    @Test func pointsAtThePlace() {
        check(
            Diagnostic(.error, Code.example, "no", at: Self.place("content/a.md"), notes: ["first", "second"], help: "do that"),
            is:
                "::error file=content/a.md,line=3,col=5,endLine=3,endColumn=7,title=broken-link::no%0Anote: first%0Anote: second%0Ahelp: do that"
        )
        check(Diagnostic(.warning, Code.example, "no", at: nil), is: "::warning title=broken-link::no")
        check(
            Diagnostic(.error, Code.example, "no", at: SourceLocation(path: "content/fr")),
            is: "::error file=content/fr,title=broken-link::no")
    }

    /// GitHub ignores columns of a place that spans lines, and says so in the log.
    @Test func givesNoColumnsOfSeveralLines() {
        check(
            Diagnostic(.error, Code.example, "no", at: Self.place("a.md", endLine: 4)),
            is: "::error file=a.md,line=3,endLine=4,title=broken-link::no")
    }

    @Test func escapesWhatWouldEndAMessageOrAProperty() {
        check(
            Diagnostic(.error, Code.example, "100%, “a:b”\r\n::error::c", at: Self.place("a,b: 5%\n.md")),
            is: "::error file=a%2Cb%3A 5%25%0A.md,line=3,col=5,endLine=3,endColumn=7,title=broken-link::100%25, “a:b”%0D%0A::error::c")
    }

    @Test func namesFilesFromTheRootOfTheRepository() {
        check(
            Diagnostic(.error, Code.example, "no", at: SourceLocation(path: "site.yml")), in: "courses/one",
            is: "::error file=courses/one/site.yml,title=broken-link::no")
        check(
            Diagnostic(.error, Code.example, "no", at: SourceLocation(path: "/srv/site")), in: "courses/one/",
            is: "::error file=/srv/site,title=broken-link::no")
    }

    @Test func saysNothingOfNothing() {
        #expect(GitHubRenderer().render([]) == "")
    }
}
