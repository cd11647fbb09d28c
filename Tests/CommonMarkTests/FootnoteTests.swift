import CommonMark
import Testing

@Suite struct FootnoteTests {
    @Test func referencesAndDefinitionsHaveLabelsAndNumbers() {
        let tree = "a[^x] b[^long-Label] c[^X]\n\n[^long-label]: L\n[^x]: X\n".parsed().debugDescription
        #expect(
            tree == """
                document @1:1-4:8
                  paragraph @1:1-1:26
                    text "a" @1:1-1:1
                    footnoteReference "x" 1.1 @1:2-1:5
                    text " b" @1:6-1:7
                    footnoteReference "long-label" 2.1 @1:8-1:20
                    text " c" @1:21-1:22
                    footnoteReference "x" 1.2 @1:23-1:26
                  footnoteDefinition "x" 1 references=2 @4:1-4:7
                    paragraph @4:7-4:7
                      text "X" @4:7-4:7
                  footnoteDefinition "long-label" 2 references=1 @3:1-3:16
                    paragraph @3:16-3:16
                      text "L" @3:16-3:16
                """)
    }

    @Test(
        "What the library is silent about",
        arguments: [
            ("a[^1]\n\n[^1]: b", ""), ("a\n\n[^1]: b", "unreferenced [^1]:"), ("a[^1]\n\n[^1]: b\n\n[^1]: c", "doubled [^1]:"),
            ("a[^1] b", "undefined [^1]"), ("`[^1]` \\[^2] <a b='[^3]'> [x](<[^4]>)", ""), ("```\n[^1]\n[^2]: c\n```\n\n    [^3]: c", ""),
            ("[^a]: [^b]\n\n[^b]: c", "unreferenced [^a]:"),
            ("> - [^x]: y\n>\n> [^é] *[^ü]*", "unreferenced [^x]:, undefined [^é], undefined [^ü]"),
            ("[^a]: b\n\n        [^c]: d", "unreferenced [^a]:"), ("| [^1] |\n|---|\n| `\\|` [^2] |", "undefined [^1], undefined [^2]"),
        ])
    func issues(source: String, expected: String) {
        let markup = source.parsed()
        #expect(markup.footnoteIssues.map { "\($0.problem) \(markup.written($0.range))" }.joined(separator: ", ") == expected)
        for issue in markup.footnoteIssues { #expect(markup.written(issue.range).hasPrefix("[^\(issue.label)]")) }
        if !expected.isEmpty { #expect(source.parsed(.all, .none).mayHaveFootnoteIssues) }
    }

    @Test func formattedAsTheLibraryDoes() {
        #expect(
            "a[^x] b[^x]\n\n[^x]: c\n".formatted() == """
                <p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" data-footnote-ref>1</a></sup> \
                b<sup class="footnote-ref"><a href="#fn-x" id="fnref-x-2" data-footnote-ref>1</a></sup></p>
                <section class="footnotes" data-footnotes>
                <ol>
                <li id="fn-x">
                <p>c <a href="#fnref-x" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a> \
                <a href="#fnref-x-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩<sup \
                class="footnote-ref">2</sup></a></p>
                </li>
                </ol>
                </section>

                """)
    }
}
