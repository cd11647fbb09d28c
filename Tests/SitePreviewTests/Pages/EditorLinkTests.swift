import Diagnostics
import Testing

@testable import SitePreview

struct EditorLinkTests {
    private let place = SourceLocation(
        path: "content/fr/module 1/été & hiver.md", start: SourcePosition(line: 14, column: 21), end: SourcePosition(line: 14, column: 30),
        excerpt: "")

    @Test(arguments: [
        ("vscode", "vscode://file/home/a%20b/content/fr/module%201/%C3%A9t%C3%A9%20%26%20hiver.md:14:21"),
        ("idea", "idea://open?file=/home/a%20b/content/fr/module%201/%C3%A9t%C3%A9%20%26%20hiver.md&line=14&column=21"),
        ("my-editor://{line}/{nothing}{path}", "my-editor://14/{nothing}/home/a%20b/content/fr/module%201/%C3%A9t%C3%A9%20%26%20hiver.md"),
    ])
    func leadsToTheLine(_ editor: String, _ href: String) throws {
        #expect(try #require(EditorLink(editor, project: "/home/a b")).href(to: place) == href)
    }

    @Test(arguments: [
        "", "notepad", "x://open", "{path}", "javascript:alert({path})", "JavaScript:{path}", "data:{path}", "a b:{path}", ":{path}",
    ])
    func whatOpensNothingIsNone(_ editor: String) {
        #expect(EditorLink(editor, project: "/") == nil)
    }

    @Test func everyNameIsOne() {
        for name in EditorLink.names { #expect(EditorLink(name, project: "/") != nil, "\(name)") }
    }
}
