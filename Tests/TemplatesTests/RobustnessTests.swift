import Diagnostics
import Templates
import Testing

struct RobustnessTests {
    /// Pieces of templates, right and wrong, of which any sequence is to be survived.
    private static let pieces = [
        "{{title}}", "{{{body}}}", "{{{outline}}}", "{{#links}}", "{{/links}}", "{{#contents}}", "{{/contents}}", "{{#parts}}",
        "{{/parts}}",
        "{{^isHome}}", "{{/isHome}}", "{{#pager.next}}", "{{/pager.next}}", "{{pager.previous.url}}", "{{>a}}", "{{>b}}", "{{>page}}",
        "{{<a}}", "{{/a}}", "{{<b}}", "{{/b}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}", "{{strings.s}}", "{{.}}", "{{#title}}",
        "{{/title}}",
        "{{! c }}", "{{lost}}", "{{#lost}}", "{{/lost}}", "{{", "}}", "{{{", "{{=a b=}}", " ", "  ", "\n", "\r\n", "é", "<p>", "\t",
    ]

    @Test func anySequenceOfTagsIsReadReportedAndRendered() {
        var random = SplitMix(state: 1)
        for _ in 0..<2_000 {
            var sources: [String: String] = [:]
            for name in ["page", "a", "b"] {
                sources[name] = (0..<Int.random(in: 0..<25, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            let theme = ExampleTheme(sources, strings: ["s": "{{#links}}{{title}}{{/links}}"])
            for diagnostic in theme.diagnostics {
                #expect(TemplateRule(rawValue: diagnostic.code) != nil)
                #expect(diagnostic.location?.excerpt != nil, "\(diagnostic)")
            }
            let text = theme.render { page, record in
                record[page.title] = "T"
                record[page.outline] = .mark(1)
                record[page.links] = [page.link.record("A", "a"), page.link.record("B", "b")]
                record[page.contents] = [page.heading.record("1", [page.heading.record("1.1"), page.heading.record("1.2")])]
            }
            let isReadable = !theme.diagnostics.contains { $0.code == TemplateRule.templateSyntax.rawValue }
            #expect(!isReadable || !text.contains("{{"), "\(sources)")
        }
    }

    @Test(arguments: ["", "\n", " \n\r\n\t", "no tags", "é }} {", "a\n  b\r\nc"])
    func textWithoutTagsIsItself(_ text: String) {
        let theme = ExampleTheme(["page": text])
        #expect(theme.report == "")
        #expect(theme.render() == text)
    }
}

/// Random numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
