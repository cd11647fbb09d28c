import Diagnostics
import Foundation
import Testing

/// Whether it is SARIF, the end-to-end tests ask the schema.
struct SARIFRendererTests {
    private enum Code: String { case first, second }

    private static let renderer = SARIFRenderer(
        version: "1.2.3", project: "/home/me/Mes cours",
        explanations: [Explanation(Code.second, "a summary", "A reason.", wrong: .words("this {0}"), right: .words("that"))])

    private static func log(_ diagnostics: [Diagnostic]) throws -> [String: Any] {
        let text = renderer.render(diagnostics)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    /// A value deep in an object: names, and numbers as positions in lists.
    private static func value(_ path: String, in object: Any?) -> Any? {
        path.split(separator: ".").reduce(object) { value, step in
            if let index = Int(step), let list = value as? [Any] { return list.indices.contains(index) ? list[index] : nil }
            return (value as? [String: Any])?[String(step)]
        }
    }

    private static let place = SourceLocation(
        path: "content/é: 100%.md", start: SourcePosition(line: 3, column: 5), end: SourcePosition(line: 4, column: 1), excerpt: "x")

    @Test func namesTheRulesThatOccurOnce() throws {
        let run = try Self.log([
            Diagnostic(.error, Code.second, "1", at: nil), Diagnostic(.warning, Code.first, "2", at: nil),
            Diagnostic(.error, Code.second, "3", at: nil),
        ])
        let rules = try #require(Self.value("tool.driver.rules", in: run) as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == ["first", "second"])
        #expect(Self.value("shortDescription.text", in: rules[1]) as? String == "a summary")
        #expect(Self.value("help.markdown", in: rules[1]) as? String == "A reason.\n\nWrong: this {{0}}\n\nRight: that\n")
        let results = try #require(Self.value("results", in: run) as? [[String: Any]])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0, 1])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "error"])
        #expect(results.allSatisfy { $0["locations"] == nil })
    }

    @Test func encodesPathsAndKeepsPlaces() throws {
        let run = try Self.log([Diagnostic(.error, Code.first, "no", at: Self.place)])
        let place = Self.value("results.0.locations.0.physicalLocation", in: run)
        #expect(Self.value("artifactLocation.uri", in: place) as? String == "content/%C3%A9%3A%20100%25.md")
        #expect(Self.value("artifactLocation.uriBaseId", in: place) as? String == "PROJECT")
        #expect(Self.value("originalUriBaseIds.PROJECT.uri", in: run) as? String == "file:///home/me/Mes%20cours/")
        #expect(Self.value("region", in: place) as? [String: Int] == ["startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1])
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
    }

    @Test func givesWholeFilesNoRegionAndOthersNoBase() throws {
        let run = try Self.log([Diagnostic(.error, Code.first, "no", at: SourceLocation(path: "/srv/the site"))])
        let place = Self.value("results.0.locations.0.physicalLocation", in: run)
        #expect(Self.value("artifactLocation", in: place) as? [String: String] == ["uri": "file:///srv/the%20site"])
        #expect(Self.value("region", in: place) == nil)
    }

    @Test func tellsNotesAndHelpAndDoublesBraces() throws {
        let run = try Self.log([Diagnostic(.error, Code.first, "{{x}} is {0}", at: nil, notes: ["first", "second"], help: "write {y}")])
        #expect(
            Self.value("results.0.message.text", in: run) as? String == """
                {{{{x}}}} is {{0}}
                note: first
                note: second
                help: write {{y}}
                """)
    }

    @Test func hasNoPlaceBeforeTheBeginning() throws {
        let start = SourcePosition(line: 0, column: -1)
        let place = SourceLocation(path: "a.md", start: start, end: start, excerpt: "")
        let run = try Self.log([Diagnostic(.error, Code.first, "no", at: place)])
        let region = Self.value("results.0.locations.0.physicalLocation.region", in: run) as? [String: Int]
        #expect(region?.values.allSatisfy { $0 == 1 } == true)
    }

    @Test func isALogWithoutResultsToo() throws {
        let run = try Self.log([])
        #expect((run["results"] as? [Any])?.isEmpty == true)
        #expect((Self.value("tool.driver.rules", in: run) as? [Any])?.isEmpty == true)
    }
}
