import CommonMark
import Glibc
import Testing

@Suite struct LimitsTests {
    @Test(
        "Texts that the library would take minutes for, or could not bear, at 1 MiB",
        arguments: [
            ("a <![CDATA[", "<![CDATA[", .tooManyUnclosed("<![CDATA[")), ("a ", "<![CDATA[>\n", .tooManyUnclosed("<![CDATA[")),
            ("a <?", "<?", .tooManyUnclosed("<?")),
            ("a <!A ", "<!A ", .tooManyUnclosed("<!")),
            ("", "![[]()", .tooManyUnclosed("![")), ("http://a.b", ")", .tooManyUnclosed(")")),
            ("", "a@b", .tooManyUnclosed("@")), ("", "a@b.c.", .tooManyUnclosed("@")), ("", "http://a.b<", .tooManyUnclosed("://")),
            ("", "www.a.b<", .tooManyUnclosed("www.")), ("", "a@b.c ", nil), ("", "http://a.b<b> ", nil),
            ("", "|-|\n|-|-|\n", .tooManyUnclosed("|-|")),
            ("|a|b|c|d|e\n|-|-|-|-|-\n", "|b|\n", .tableTooWide(columns: 5, limit: 200)), ("", "> ", .nestedTooDeeply(limit: 100)),
            ("", "- ", .nestedTooDeeply(limit: 100)), ("", "1. ", .nestedTooDeeply(limit: 100)), ("", "[", nil), ("", "**a *a ", nil),
            ("", "![", nil), ("", "*a _b ", nil), ("", "`", nil), ("", "<a b=\"", nil), ("", "[^a]: b\n", nil), ("", "\u{0}", nil),
        ] as [(String, String, MarkupRefusal.Reason?)])
    func pathologicalTexts(start: String, unit: String, reason: MarkupRefusal.Reason?) {
        let source = start + String(repeating: unit, count: (1 << 20) / unit.utf8.count)
        let start = processorSeconds
        let markup = source.parsed(.all, .none)
        #expect(markup.refusal?.reason == reason)
        #expect(processorSeconds - start < 20, "in a debug build, with or without sanitizers")
    }

    /// What this thread has had of a processor, however many others wait for one.
    private var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test func aRefusalNamesThePlaceAndLeavesAnEmptyDocument() throws {
        let row = String(repeating: "|a", count: 300) + "|\n"
        let delimiter = String(repeating: "|-", count: 300) + "|"
        let markup = ("text\n\n" + row + delimiter).parsed()
        let refusal = try #require(markup.refusal)
        #expect(refusal.reason == .tableTooWide(columns: 300, limit: 200))
        #expect(markup.written(refusal.range) == delimiter)
        #expect(markup.root.children.map(\.kind) == [])
    }

    @Test(
        "Nesting is counted in blocks and inlines together",
        arguments: [
            (String(repeating: "> ", count: 90) + "a", nil), (String(repeating: "> ", count: 101) + "a", 101),
            (String(repeating: "> ", count: 95) + "*a **b *c **d *e **f*********", 95),
            (String(repeating: "*a **b ", count: 60) + "c" + String(repeating: "***", count: 60), 1),
        ] as [(String, Int?)])
    func nesting(source: String, line: Int?) {
        #expect((source.parsed().refusal != nil) == (line != nil))
    }

    @Test func limitsCanBeSet() {
        var limits = MarkupLimits()
        limits.depth = 3
        #expect(MarkupParser(limits: limits).parse(Array("> > > a".utf8), positions: .none).refusal != nil)
        #expect(MarkupParser(limits: limits).parse(Array("> a".utf8), positions: .none).refusal == nil)
    }

    @Test("Long lines of markup are no trouble", arguments: ["- - - - -", "* * *", "---------", "|---|---|", "> ---"])
    func ordinaryTexts(line: String) {
        #expect((String(repeating: line + "\n\n", count: 2_000)).parsed(.all, .none).refusal == nil)
    }

    @Test func aLongRuleAndALongTableAreOrdinary() {
        #expect(String(repeating: "-", count: 500).parsed(.all, .none).refusal == nil)
        #expect(("a | b\n---|---\n" + String(repeating: "| 10 | 20-30 |\n", count: 20_000)).parsed(.all, .none).refusal == nil)
    }
}
