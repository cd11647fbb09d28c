import Testing

@testable import CommonMark

@Suite struct CaptionOpeningTests {
    private func opening(_ text: String) -> [String]? {
        text.parsed().root.children.first { _ in true }?.captionOpening.map {
            [$0.word, $0.rest].map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(arguments: [
        "Table: a", "Table:a", "Table : a", "Table\u{A0}: a", "Table\u{202F}:\ta", "Table:  a *b*", "Table: a\nb", "Table\\: a",
    ])
    func aWordAndAColon(_ text: String) {
        #expect(opening(text)?.first == "Table")
        #expect(opening(text)?.last?.hasPrefix("a") == true)
    }

    @Test func aWordOfAnyScript() {
        #expect(opening("جدول: أ") == ["جدول", "أ"])
        #expect(opening("Table:") == ["Table", ""])
    }

    @Test(arguments: [
        ": a", "Table", "Table a: b", "Table 1: a", "Table  : a", "*Table:* a", "`Table:` a", "# Table: a", "> Table: a",
        String(repeating: "a", count: 50) + ": b",
    ])
    func nothingElse(_ text: String) { #expect(opening(text) == nil) }

    @Test func whetherATableFollows() {
        func isAbove(_ text: String) -> Bool? {
            text.parsed().root.subtree.first { $0.captionOpening != nil }?.isAboveTable
        }
        let table = "| a |\n|---|\n"
        for above in [
            "Table: a\n\n" + table, "Table: a\n" + table, "Table: a\n\n<!-- b -->\n\n" + table, "- b\n\n  Table: a\n\n  | a |\n  |---|\n",
        ] {
            #expect(isAbove(above) == true, "\(above)")
        }
        for other in [
            "Table: a", "Table: a\n\nb\n\n" + table, table + "\nTable: a", "- Table: a\n\n" + table, "Table: a\n\n<b>\n\n" + table,
        ] {
            #expect(isAbove(other) == false, "\(other)")
        }
    }
}
