import CommonMark
import Testing

@Suite struct TreeTests {
    @Test func aTreeWithItsPlaces() {
        let tree = """
            # Hello *there* {#top}

            1) one\\
               `two`
               - [x] ![three](3.png "T")

            | a | b |
            |---|--:|
            | ~~c~~ | d \\| [e](<f>) |

            <!-- done -->
            """.parsed().debugDescription
        #expect(
            tree == """
                document @1:1-11:13
                  heading level=1 id=top @1:1-1:22
                    text "Hello " @1:3-1:8
                    emphasis @1:9-1:15
                      text "there" @1:10-1:14
                  list start=1) tight @3:1-5:28
                    item @3:1-5:28
                      paragraph @3:4-4:8
                        text "one" @3:4-3:6
                        lineBreak @3:7-3:8
                        code "two" @4:4-4:8
                      list tight @5:4-5:28
                        item [x] @5:4-5:28
                          paragraph @5:10-5:28
                            image "3.png" title="T" @5:10-5:28
                              text "three" @5:12-5:16
                  table none,right @7:1-9:25
                    tableRow header @7:1-7:9
                      tableCell @7:3-7:3
                        text "a" @7:3-7:3
                      tableCell @7:7-7:7
                        text "b" @7:7-7:7
                    tableRow @9:1-9:25
                      tableCell @9:3-9:7
                        strikethrough @9:3-9:7
                          text "c" @9:5-9:5
                      tableCell @9:11-9:23
                        text "d | " @9:11-9:15
                        link "f" @9:16-9:23
                          text "e" @9:17-9:17
                  htmlBlock "<!-- done -->\\n" @11:1-11:13
                """)
    }

    @Test(
        "Offsets count from the first byte of the file, whatever ends its lines",
        arguments: ["---\ntitle: x\n---\n", "---\r\ntitle: x\r\n---\r\n", ""], ["\n", "\r\n", "\r"])
    func offsets(frontMatter: String, lineEnd: String) {
        let body = ["# é [a](b)", "", "> x  ", "> *[c](d)*", "", "- [e](f)"].joined(separator: lineEnd)
        let markup = MarkupParser().parse(
            Array((frontMatter + body).utf8), from: frontMatter.utf8.count, positions: .recovered)
        #expect(markup.links.map { markup.written($0.range) } == ["[a](b)", "[c](d)", "[e](f)"])
        #expect(markup.links.map { markup.written($0.destinationRange) } == ["b", "d", "f"])
        #expect(markup.root.children.map { markup.written($0.range).first } == ["#", ">", "-"])
    }

    @Test func withoutPositionsAnInlineHasTheRangeOfItsBlock() {
        let markup = "one\n\n*two [three](four)*\n".parsed(.all, .none)
        #expect(markup.links.map { markup.written($0.range) } == ["*two [three](four)*"])
        #expect(markup.links.map { markup.written($0.destinationRange) } == ["*two [three](four)*"])
    }

    @Test(
        "The place of a destination",
        arguments: [
            ("[a](b)", "b"), ("[a]( <b c> 'd')", "b c"), ("![a](b(c)\\) \"d\")", "b(c)\\)"), ("[a [b] `](c)` ](d)", "d"), ("[a](\nb)", "b"),
            ("[a][b]\n\n[b]: c", "[a][b]"), ("[a]\n\n[a]: c", "[a]"), ("<http://a.b>", "<http://a.b>"), ("see www.a.bc", "www.a.bc"),
            ("a\\_b@c.de", "a\\_b@c.de"), ("|a|\n|-|\n|[b](c\\|d)|", "c\\|d"),
        ])
    func destination(source: String, written: String) {
        let markup = source.parsed()
        #expect(markup.links.map { markup.written($0.destinationRange) } == [written])
    }

    @Test func plainTextIsWhatIsRead() {
        let text = "a *b* `c`\n[d](e) <b>f</b> &amp; ![g](h)[^1]\n\n[^1]: i".parsed()
        #expect(Array(text.root.children).first?.plainText == "a b c d f & g")
    }

    @Test(
        "Comments",
        arguments: [
            ("<!-- a -->", "a"), ("<!--a\nb-->\n", "a\nb"), ("<!-- a --> b", nil), ("<!-- a --> <!-- b -->", nil), ("<div>", nil),
            ("<!-->", nil),
        ])
    func comments(source: String, said: String?) {
        let block = Array(source.parsed().root.children).first
        #expect(block?.comment.map { String(decoding: $0, as: UTF8.self) } == said)
        #expect(block?.isComment == (said != nil))
    }

    @Test(
        "Bytes that are no text are still parsed",
        arguments: [[0xFF, 0x5B, 0xC3], [0x00, 0x2A, 0x61, 0x2A], [], [0xEF, 0xBB, 0xBF, 0x23, 0x20, 0x61]] as [[UInt8]])
    func anyBytes(source: [UInt8]) {
        let markup = MarkupParser().parse(source, positions: .recovered)
        for node in markup.root.subtree { #expect(node.range.upperBound <= source.count) }
    }
}
