import CommonMark
import Testing

@Suite struct TaskListTests {
    @Test(
        "Where a box is one",
        arguments: [
            ("- [ ] a", [false]), ("- [x] a", [true]), ("- [X] a", [true]), ("1. [x] a", [true]), ("> - [ ] a\n> - [x] b", [false, true]),
            ("1. > - [x] a", [nil, true]), ("- [ ]", [false]), ("- [x]\n", [true]), ("- [ ] see [x]", [false]),
            ("- [x] a\n\n  b\n- c", [true, nil]),
            ("- [x]: /u\n- [x] a", [nil, true]), ("- [x]: /u\n  [x] a", [nil]), ("- [ ](u)", [nil]), ("- \\[ ] a", [nil]),
            ("- a [ ] b", [nil]),
            ("- [y] a", [nil]), ("- [x]a", [nil]), ("- `[x] a`", [nil]), ("- # [x] a", [nil]), ("[x] a", []), ("- > [x] a", [nil]),
        ] as [(String, [Bool?])])
    func boxes(source: String, expected: [Bool?]) {
        var tasks: [Bool?] = []
        for node in source.parsed().root.subtree {
            if case .item(let task) = node.kind { tasks.append(task) }
        }
        #expect(tasks == expected)
    }

    @Test func theBoxIsNoPartOfTheText() {
        #expect("> - [x] *a* [x]\n\n[x]: /u".parsed().root.plainText == "a x")
        #expect("- [ ] a".formatted() == "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> a</li>\n</ul>\n")
        #expect(
            "- [x] a\n\n  b".formatted()
                == "<ul>\n<li>\n<p><input checked=\"\" disabled=\"\" type=\"checkbox\"> a</p>\n<p>b</p>\n</li>\n</ul>\n")
    }
}

@Suite struct AlertTests {
    @Test(
        "What a marker says",
        arguments: [
            ("> [!NOTE]\n> a", "NOTE||", "a"), ("> [!NOTE] T *b*\n> a", "NOTE|T *b*|", "a"),
            ("> [!quiz] Who? {#who}\n> a", "quiz|Who?|who", "a"),
            ("> [!QUIZ] {#é-1}\n> - a", "QUIZ||é-1", "a"), ("> [!NOTE]", "NOTE||", ""), ("> - x\n>\n> > [!TIP]  T\t\n> > a", "TIP|T|", "a"),
            ("[!NOTE]: /u\n\n> [!NOTE]\n> a", "NOTE||", "a"), ("> [!NOTE] `a\n> b` c", "NOTE|`a|", "b` c"),
            ("> [!NOTE] a | b\nc | d\n> -|-\n> e | f", "NOTE|a \\| b|", "cdef"), ("> [!NOTE]\r\n> a\r\n", "NOTE||", "a"),
            ("> [!NOTE] a {#b} c\n> d", "NOTE|a {#b} c|", "d"),
            ("> [!ACTIVITY 20 min] A map\n> a", "ACTIVITY|A map|", "a"), (">[!NOTE] \\{#a}", "NOTE|\\{#a}|", ""),
        ])
    func markers(source: String, expected: String, text: String) throws {
        for positions in [MarkupParser.Positions.none, .recovered] {
            let markup = source.parsed(.all, positions)
            let quote = try #require(markup.root.subtree.first { $0.alertMarker != nil })
            let marker = try #require(quote.alertMarker)
            let parts = [marker.kind, marker.title, marker.id].map { $0.map(markup.written) ?? "" }
            #expect(parts.map { $0.replacing("|", with: "\\|") }.joined(separator: "|") == expected)
            #expect(quote.children.dropFirst().map(\.plainText).joined() == text)
        }
    }

    @Test(
        "What is none",
        arguments: [
            "> [!NOTE]x", "> [!]", "> [!A ]", "> [!A-B]", "> [!A [b] c]", "> [!1 h]", "> a\n> [!NOTE]", "[!NOTE]", "> [!NOTE]: /u\n> a",
            "> \\[!NOTE]", "> # [!NOTE]",
            "> - [!NOTE]",
        ])
    func others(source: String) {
        #expect(source.parsed().root.subtree.allSatisfy { $0.alertMarker == nil })
    }

    @Test func aTitleHasInlinesInTheirPlaces() throws {
        let markup = "> [!QUIZ] Who [is](it)? {#a}\n> b".parsed()
        let title = try #require(markup.root.subtree.compactMap(\.alertTitle).first)
        #expect(title.plainText == "Who is?")
        #expect(markup.links.map { markup.written($0.range) } == ["[is](it)"])
    }

    @Test func withoutADecorationTheMarkerIsAParagraph() {
        #expect("> [!NOTE] *a* {#b}\n> c".formatted() == "<blockquote>\n<p>[!NOTE] <em>a</em></p>\n<p>c</p>\n</blockquote>\n")
    }
}

@Suite struct HeadingIDTests {
    @Test(
        "Where an id is one",
        arguments: [
            ("# A {#b}", "b", "A"), ("## A {#b-1_c.d:é}  ##", "b-1_c.d:é", "A"), ("A *b*\nc {#d}\n===", "d", "A b c"), ("# {#a}", "a", ""),
            ("# A {#_b_}", "_b_", "A"), ("> # A {#b}\n", "b", "A"), ("# A {#b} c", nil, "A {#b} c"), ("# A \\{#b}", nil, "A {#b}"),
            ("# A `{#b}`", nil, "A {#b}"), ("# A {#b c}", nil, "A {#b c}"), ("# A {#}", nil, "A {#}"), ("# A{#b}", nil, "A{#b}"),
            ("# A {b}", nil, "A {b}"),
        ] as [(String, String?, String)])
    func ids(source: String, id: String?, text: String) throws {
        let heading = try #require(source.parsed().root.subtree.first { if case .heading = $0.kind { true } else { false } })
        #expect(heading.explicitID.map { String(decoding: $0, as: UTF8.self) } == id)
        #expect(heading.plainText == text)
    }

    @Test func linksBeforeAnIDAreInTheirPlaces() {
        for source in ["# [a](b) {#c} #", "x\n[a](b) {#c}\n---", "[r]: /u\nx\n[a](b) {#c}\n==="] {
            let markup = source.parsed()
            #expect(markup.links.map { markup.written($0.range) } == ["[a](b)"])
        }
    }
}
