import Templates
import Testing

/// What theme makers read when they make mistakes.
struct DiagnosticTests {
    @Test(arguments: Mistake.all)
    func isReported(_ mistake: Mistake) {
        #expect(mistake.theme.report == mistake.report)
    }

    @Test func everyRuleHasACase() {
        let codes = Mistake.all.flatMap { $0.theme.diagnostics.map(\.code) }
        #expect(Set(codes) == Set(TemplateRule.allCases.map(\.rawValue)))
    }
}

/// A little theme with a mistake or some, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sources: [String: String]
    let strings: [String: String]
    let report: String

    init(_ description: String, sources: [String: String], strings: [String: String] = [:], report: String) {
        testDescription = description
        self.sources = sources
        self.strings = strings
        self.report = report
    }

    var theme: ExampleTheme { ExampleTheme(sources, strings: strings) }

    static let all = names + stringUses + inclusions + syntax
}
