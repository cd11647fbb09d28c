import Diagnostics
import Templates
import Testing

@testable import CourseSite

/// What `lutrin explain` tells is true: each wrong example is told to be wrong, by its code, and each right one builds.
struct RuleBookTests {
    private static let shown = RuleBook.explanations.map(Shown.init)

    struct Shown: Sendable, CustomTestStringConvertible {
        let explanation: Explanation
        var testDescription: String { explanation.code }
        var isReviewers: Bool { Rule(rawValue: explanation.code)?.isReviewers == true }
    }

    @Test func explainsEveryCodeOnce() {
        #expect(
            RuleBook.explanations.map(\.code)
                == (Rule.allCases.map(\.rawValue) + TemplateRule.allCases.map(\.rawValue) + MediaRule.allCases.map(\.rawValue)).sorted())
        #expect(Rule.allCases.allSatisfy { $0.explanation.code == $0.rawValue })
    }

    @Test(arguments: shown)
    func speaksToPeople(_ shown: Shown) {
        let explanation = shown.explanation
        #expect(!explanation.summary.hasSuffix(".") && explanation.summary.count < 80 && !explanation.summary.contains("\n"))
        #expect(explanation.reason.hasSuffix(".") && !explanation.reason.contains("\n"))
    }

    @Test(arguments: shown)
    func theWrongExampleIsWrong(_ shown: Shown) throws {
        guard case .files(let files) = shown.explanation.wrong else { return }
        let found = try Self.diagnostics(of: files, reviews: shown.isReviewers)
        #expect(found.contains { $0.code == shown.explanation.code }, "\(TerminalRenderer(colour: false).render(found))")
    }

    @Test(arguments: shown)
    func theRightExampleIsRight(_ shown: Shown) throws {
        guard case .files(let files) = shown.explanation.right else { return }
        let all = try Self.diagnostics(of: files, reviews: shown.isReviewers)
        // An example of what a reviewer says shows no whole course, in which something else might be missing.
        let found = shown.isReviewers ? all.filter { $0.severity == .error || $0.code == shown.explanation.code } : all
        #expect(found == [], "\(TerminalRenderer(colour: false).render(found))")
    }

    @Test func findsTheCodeThatWasMeant() {
        #expect(RuleBook.explanation(of: "broken-link")?.code == "broken-link")
        #expect(RuleBook.explanation(of: "brokn-link") == nil)
        #expect(RuleBook.nearestCode(to: "brokn-link") == "broken-link")
        #expect(RuleBook.nearestCode(to: "weather") == nil)
    }

    /// Builds the files of an example as parts of a course that is right.
    private static func diagnostics(of files: [Explanation.File], reviews: Bool) throws -> [Diagnostic] {
        var project = [
            "site.yml": "", "content/en/index.md": "# Course\n", "themes/toolbox/theme.yml": "extends: plain\n",
            "themes/mine/theme.yml": "extends: plain\n",
        ]
        for file in files {
            project[file.path] = file.text ?? (file.path.hasSuffix(".svg") ? "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n" : "A file.\n")
        }
        let isThemed = files.contains { $0.path.hasPrefix("themes/mine/") }
        let settings = project["site.yml"] ?? ""
        let usual = [
            "name: course", "title: Course", "theme: \(isThemed ? "mine" : "plain")", "locales: [{code: en, name: English}]",
            "downloads: []",
        ]
        // An example shows the lines of site.yml that matter.
        let keys = Set(settings.split(separator: "\n").compactMap { $0.hasPrefix(" ") ? nil : $0.prefix { $0 != ":" } })
        project["site.yml"] = (usual.filter { !keys.contains($0.prefix { $0 != ":" }) } + [settings]).joined(separator: "\n") + "\n"
        let builder = SiteBuilder(files: OverlayFiles(upper: MemoryFiles(project), lower: try Fixture.sharedFiles()))
        return try (reviews ? builder.check() : builder.build()).diagnostics
    }
}
