import Templates
import Testing

struct RenderingTests {
    @Test func textIsEscapedAndHTMLIsNot() {
        let theme = ExampleTheme(["page": "<h1>{{title}}</h1>{{{body}}}{{&body}}"])
        let text = theme.render { page, record in
            record[page.title] = #"“a” & <b> "c" 'd'"#
            record[page.body] = HTML("<p>&amp;</p>")
        }
        #expect(theme.report == "")
        #expect(text == "<h1>“a” &amp; &lt;b&gt; &quot;c&quot; 'd'</h1><p>&amp;</p><p>&amp;</p>")
    }

    @Test func textOfAnyBytesPassesUnchanged() {
        let theme = ExampleTheme(["page": "{{title}}"])
        var record = Record(theme.page.schema)
        record[theme.page.title] = Text([0xFF, 0x26, 0x00])
        var output: [UInt8] = []
        var marks: [Mark] = []
        theme.library["page"]?.render(record, into: &output, marks: &marks)
        #expect(output == [0xFF] + Array("&amp;".utf8) + [0x00])
    }

    @Test func whatIsNotSetIsEmpty() {
        let theme = ExampleTheme([
            "page": "[{{title}}{{{body}}}{{pager.next.url}}{{#links}}x{{/links}}{{#isHome}}x{{/isHome}}{{^pager}}no pager{{/pager}}]"
        ])
        #expect(theme.report == "")
        #expect(theme.render() == "[no pager]")
    }

    @Test(arguments: [
        ("{{#title}}({{.}}){{/title}}{{^title}}untitled{{/title}}", "(T)"),
        ("{{#body}}text{{/body}}", "text"),
        ("{{#outline}}outline{{/outline}}", "outline"),
        ("{{#isHome}}home {{title}}{{/isHome}}", "home T"),
        ("{{#links}}{{title}}={{url}} of {{number}};{{/links}}", "A=a.html of 7;B=b.html of 7;"),
        ("{{^links}}none{{/links}}", ""),
        (
            "{{#has-links}}{{title}}: {{#links}}{{title}}{{/links}}{{/has-links}}{{^has-contents}}, no contents{{/has-contents}}",
            "T: AB, no contents"
        ),
        ("{{#pager}}{{#next}}{{title}}{{/next}}{{^previous}}, first{{/previous}}{{/pager}}", "N, first"),
        ("{{pager.next.title}}{{pager.previous.title}}{{title}}", "NT"),
        ("{{#pager.next}}{{title}}{{#links}}{{title}}{{/links}}{{title}}{{/pager.next}}", "NABN"),
        ("{{#pager.previous}}x{{/pager.previous}}{{^pager.previous}}first{{/pager.previous}}", "first"),
        ("{{^pager.previous.title}}{{title}}{{/pager.previous.title}}", "T"),
    ])
    func sections(_ template: String, _ expected: String) {
        let theme = ExampleTheme(["page": template])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.title] = "T"
            record[page.number] = "7"
            record[page.body] = HTML("<p>")
            record[page.outline] = .mark(1)
            record[page.isHome] = true
            record[page.links] = [page.link.record("A", "a.html"), page.link.record("B", "b.html")]
            var pager = Record(page.pagerSchema)
            pager[page.next] = page.link.record("N", "n.html")
            record[page.pager] = pager
        }
        #expect(text == expected)
    }

    @Test func marksSayWhereToPutWhatComesLater() {
        let theme = ExampleTheme(["page": "é{{{outline}}}<main>{{{body}}}</main>{{{outline}}}"])
        let (text, marks) = theme.marked { page, record in
            record[page.outline] = .mark(7)
            record[page.body] = HTML("text")
        }
        #expect(text == "é<main>text</main>")
        #expect(marks.map(\.id) == [7, 7])
        #expect(marks.map(\.offset) == [2, 19])
    }

    @Test func aTextThatIsLeftOutIsThereAndMarked() {
        let theme = ExampleTheme(["page": "<h2{{#title}} title=\"{{title}}\"{{/title}}>{{^title}}none{{/title}}"])
        let (text, marks) = theme.marked { page, record in record.leaveOut(page.title, as: 3) }
        #expect(text == "<h2 title=\"\">")
        #expect(marks.map(\.id) == [3])
        #expect(marks.map(\.offset) == [11])
    }

    @Test func aCopyOfARecordIsARecordOfItsOwn() {
        let theme = ExampleTheme(["page": "{{title}}{{number}}"])
        let text = theme.render { page, record in
            record[page.title] = "A"
            var copy = record
            copy[page.title] = "B"
            record[page.number] = copy[page.title]
        }
        #expect(text == "AB")
    }

    @Test func pagesAreAppended() {
        let theme = ExampleTheme(["page": "{{{outline}}}{{title}}"])
        var record = Record(theme.page.schema)
        record[theme.page.outline] = .mark(1)
        record[theme.page.title] = "T"
        var output: [UInt8] = []
        var marks: [Mark] = []
        for _ in 1...3 { theme.library["page"]?.render(record, into: &output, marks: &marks) }
        #expect(String(decoding: output, as: UTF8.self) == "TTT")
        #expect(marks.map(\.offset) == [0, 1, 2])
    }

    @Test func valuesCanBeReadBack() {
        let page = ExamplePage()
        var record = Record(page.schema)
        #expect(record[page.title] == "" && record[page.body] == .bytes([]) && !record[page.isHome])
        #expect(record[page.links].isEmpty && record[page.pager] == nil)
        record[page.title] = "T"
        record[page.outline] = .mark(3)
        record[page.isHome] = true
        record[page.links] = [page.link.record("A", "a.html")]
        #expect(record[page.title] == "T" && record[page.outline] == .mark(3) && record[page.isHome])
        #expect(record[page.links].map { $0[page.link.url] } == ["a.html"])
    }

    @Test func linesOfCRLFTemplatesKeepTheirEnds() {
        let theme = ExampleTheme([
            "page": "<ul>\r\n{{#links}}\r\n  <li>{{title}}</li>\r\n{{/links}}\r\n  {{! nothing }}\r\n</ul>\r\n  {{>foot}}\r\n",
            "foot": "<p>\r\n</p>\r\n",
        ])
        #expect(theme.report == "")
        let text = theme.render { page, record in record[page.links] = [page.link.record("A", "a.html")] }
        #expect(text == "<ul>\r\n  <li>A</li>\r\n</ul>\r\n  <p>\r\n  </p>\r\n")
    }

    @Test func aTemplateMayIncludeItselfForATree() {
        let theme = ExampleTheme([
            "page": "{{#contents}}{{>part}}{{/contents}}{{title}}",
            "part": "{{name}}({{#parts}}{{>part}}{{/parts}})",
        ])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            let heading = page.heading
            record[page.title] = "."
            record[page.contents] = [
                heading.record("1", [heading.record("1.1", [heading.record("1.1.1")]), heading.record("1.2")]), heading.record("2"),
            ]
        }
        #expect(text == "1(1.1(1.1.1())1.2())2().")
    }

    @Test func aDeepTreeNeedsNoStack() {
        let theme = ExampleTheme(["page": "{{#contents}}{{>part}}{{/contents}}", "part": "({{#parts}}{{>part}}{{/parts}})"])
        let text = theme.render { page, record in
            var heading = page.heading.record("leaf")
            for _ in 1..<1_000 { heading = page.heading.record("", [heading]) }
            record[page.contents] = [heading]
        }
        #expect(text == String(repeating: "(", count: 1_000) + String(repeating: ")", count: 1_000))
    }

    @Test func aTemplateMayIncludeItselfIndented() {
        let theme = ExampleTheme([
            "page": "{{#contents}}\n  {{>part}}\n{{/contents}}\n",
            "part": "<li>{{name}}\n{{#parts}}\n  {{>part}}\n{{/parts}}\n</li>\n",
        ])
        #expect(theme.report == "")
        let text = theme.render { page, record in
            record[page.contents] = [page.heading.record("1", [page.heading.record("2")])]
        }
        #expect(text == "  <li>1\n  <li>2\n  </li>\n  </li>\n")
    }
}
