/// What a mistake can stand in: what comes before it moves it to where a simple count would not find it.
struct Surrounding: Sendable {
    let name: String
    /// Whether a mistake of a form can stand there.
    let takes: @Sendable (PlacedMistake.Form) -> Bool
    /// Whether it is something else when it is moved to the right: of four blanks more, the library makes code.
    var needsMargin = false
    /// The text of a page, without its title.
    let put: @Sendable (_ mistake: String) -> String

    /// In a line.
    private init(line name: String, needsMargin: Bool = false, _ put: @escaping @Sendable (String) -> String) {
        self.name = name
        takes = { $0 == .inline }
        self.needsMargin = needsMargin
        self.put = put
    }

    /// What stands before all lines, before the first, before each other and behind all.
    private init(
        lines name: String, above: String = "", first: String = "", others: String, below: String = "", isInQuiz: Bool = false,
        needsMargin: Bool = false
    ) {
        self.name = name
        self.needsMargin = needsMargin
        takes = { $0 == .block || $0 != .inline && !isInQuiz }
        put = { text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return above + lines.enumerated().map { ($0 == 0 ? first : others) + $1 }.joined(separator: "\n") + below
        }
    }

    private init(name: String, takes: @escaping @Sendable (PlacedMistake.Form) -> Bool, put: @escaping @Sendable (String) -> String) {
        self.name = name
        self.takes = takes
        self.put = put
    }

    /// Another in this; nothing where the two would be one: quizzes in quizzes, and footnotes of one name.
    func around(_ inner: Surrounding) -> Surrounding? {
        guard !inner.needsMargin else { return nil }
        for what in ["[^n]", "[!QUIZ]"] where put("").contains(what) && inner.put("").contains(what) { return nil }
        return Surrounding(
            name: "\(inner.name) in \(name)", takes: { [takes] in inner.takes($0) && ($0 == .inline || takes($0)) },
            put: { [put] in put(inner.put($0)) })
    }

    static let all = inLines + aroundLines

    private static let inLines = [
        Surrounding(line: "a paragraph") { "Words \($0) and more." },
        Surrounding(line: "the third line of a paragraph") { "Words\n  with a line\n   and \($0) and more\nand a last one." },
        Surrounding(line: "behind a tab") { "Words\tand \($0) and more." },
        Surrounding(line: "behind é, an emoji of two and a combining accent") { "É 🎉 👩🏽‍🌾 e\u{301} \($0) and more." },
        Surrounding(line: "behind entities and escapes") { "&amp; \\* &#x1F600; &eacute; \\\\ \($0) and more." },
        Surrounding(line: "behind code") { "A ``b ` c`` and `d\n e` \($0) and more." },
        Surrounding(line: "behind another link") { "[Words](map.svg \"é ) (\") \($0) and more." },
        Surrounding(line: "emphasis") { "*words **very \($0) strong** and* more." },
        Surrounding(line: "struck out") { "Words ~~very \($0) wrong~~ and more." },
        Surrounding(line: "behind a hard break of two blanks") { "Words  \n   and \($0) and more." },
        Surrounding(line: "behind a hard break of a backslash") { "Words é\\\nand \($0) and more." },
        Surrounding(line: "behind hard breaks in a quote") { "> Words\\\n> and  \n>   then \($0)  \n> and more." },
        Surrounding(line: "a quote in a quote") { "> Words\n> > and \($0) and more\n> > and more." },
        Surrounding(line: "a quote without a blank") { ">Words\n>and \($0) and more." },
        Surrounding(line: "a line that goes on without its mark") { "> > Words\n  and \($0) and more." },
        Surrounding(line: "an item") { "- Words\n- and \($0) and more." },
        Surrounding(line: "an item behind a tab") { "-\tand \($0) and more." },
        Surrounding(line: "the second paragraph of a numbered item") { "10. Words\n\n    and \($0) and more." },
        Surrounding(line: "an item in an item") { "- Words\n  1) é\n\n     and \($0) and more." },
        Surrounding(line: "an item in a quote in an item") { "* Words\n  > - é\n  > - and \($0)\n  >   and more." },
        Surrounding(line: "a task") { "- [ ] Words\n- [x] and \($0) and more." },
        Surrounding(line: "a cell") { "| Words | More |\n|---|---|\n| é | and \($0) |" },
        Surrounding(line: "a cell behind an escaped pipe") { "| Words | More |\n|:-:|---|\n| `a\\|b` \\| é | \\| and \($0) more |" },
        Surrounding(line: "a cell without outer pipes") { "Words | More\n--|--\né \\| \($0) | more" },
        Surrounding(line: "a head's cell in a quote") { "> | Words \\| | and \($0) |\n> |---|---|\n> | é | a |" },
        Surrounding(line: "a heading") { "## Words and \($0) more {#an-id}" },
        Surrounding(line: "a heading with an underline") { "Words é\nand \($0) more\n---" },
        Surrounding(line: "a remark") { "> [!NOTE]\n> Words\n> and \($0) and more." },
        Surrounding(line: "a remark's title") { "> [!TIP] Words é and \($0) and more\n> Text." },
        Surrounding(line: "an activity's title with a time and an id") { "> [!ACTIVITY 20 min] Words and \($0) {#an-id}\n> Text." },
        Surrounding(line: "an item of key points") { "> [!KEYPOINTS]\n> - Words\n> - and \($0) and more." },
        Surrounding(line: "a quiz's answer") { "> [!QUIZ] One %?\n> - [ ] Words\n> - [x] and \($0) and more" },
        Surrounding(line: "what explains an answer") { "> [!QUIZ] One %?\n> - [ ] Words\n>\n>   É: and \($0) and more.\n> - [x] More" },
        Surrounding(line: "a quiz's pair") { "> [!QUIZ] One %?\n>\n> | l | r |\n> |---|---|\n> | a \\| é | b |\n> | c | and \($0) |" },
        Surrounding(line: "a footnote") { "Words.[^n]\n\n[^n]: É and \($0) and more.\n\nText." },
        Surrounding(line: "a footnote's second paragraph", needsMargin: true) { "Words.[^n]\n\n[^n]: One.\n\n    É and \($0) and more." },
        Surrounding(line: "behind a footnote's number") { "Words.[^n] And \($0) and more.\n\n[^n]: One." },
        Surrounding(line: "the caption of a table") { "Table: É and \($0) and more\n\n| a | b |\n|---|---|\n| c | d |" },
    ]

    /// Those in which others can stand.
    static let aroundLines = [
        Surrounding(lines: "nothing", others: ""),
        Surrounding(lines: "behind a paragraph", above: "Words é  \nand more.\n\n", others: "", below: "\n\nMore."),
        Surrounding(lines: "indented by three", first: "   ", others: "   ", needsMargin: true),
        Surrounding(lines: "a quote", first: "> ", others: "> "),
        Surrounding(lines: "a quote in a quote", above: "> Words\n>\n", first: "> > ", others: "> > "),
        Surrounding(lines: "an item", above: "- Words\n", first: "- ", others: "  "),
        Surrounding(lines: "a numbered item behind its first paragraph", above: "10. É\n\n", first: "    ", others: "    "),
        Surrounding(lines: "an item in a quote in an item", above: "* Words\n\n", first: "  > - ", others: "  >   "),
        Surrounding(lines: "a remark", above: "> [!NOTE]\n> É\n>\n", first: "> ", others: "> "),
        Surrounding(lines: "an activity in a remark", above: "> [!TIP] É\n> > [!ACTIVITY 20 min]\n> >\n", first: "> > ", others: "> > "),
        Surrounding(
            lines: "a footnote", above: "Words.[^n]\n\n[^n]: É\n\n", first: "    ", others: "    ", below: "\n\nMore.", needsMargin: true),
        Surrounding(
            lines: "what explains an answer", above: "> [!QUIZ] Other %?\n> - [ ] Words\n>\n", first: ">   ", others: ">   ",
            below: "\n> - [x] More",
            isInQuiz: true),
    ]
}
