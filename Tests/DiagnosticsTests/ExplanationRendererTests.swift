import Diagnostics
import Testing

struct ExplanationRendererTests {
    private enum Code: String { case example, other = "other-example" }

    private static let shown = Explanation(
        Code.example, "a link leads nowhere", "Whoever follows it finds a page that says so and nothing else at all.",
        wrong: .files([.init("content/en/index.md", "# Course\n\n[gone](gone.md)"), .init("content/en/map.svg")]),
        right: .words("a link to a page that there is, or none at all"))

    @Test func showsReasonAndExamples() {
        let expected = """
            example: a link leads nowhere

            Whoever follows it finds a page that
            says so and nothing else at all.

            wrong:
             --> content/en/index.md
              |
              | # Course
              |
              | [gone](gone.md)
             --> content/en/map.svg

            right: a link to a page that there is,
            or none at all

            """
        #expect(ExplanationRenderer(colour: false, width: 40).render(Self.shown) == expected)
    }

    @Test func listsCodesInAColumn() {
        let other = Explanation(Code.other, "a summary that is longer than a line", "", wrong: .words(""), right: .words(""))
        #expect(
            ExplanationRenderer(colour: false, width: 40).list([Self.shown, other]) == """
                example        a link leads nowhere
                other-example  a summary that is longer
                               than a line

                """)
    }

    @Test func coloursWithoutCountingIt() {
        let plain = ExplanationRenderer(colour: false, width: 40).render(Self.shown)
        let colourful = ExplanationRenderer(colour: true, width: 40).render(Self.shown)
        #expect(colourful.hasPrefix("\u{1B}[1mexample\u{1B}[0m: a link"))
        #expect(colourful.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test(arguments: [Int.min, 0, 1, 79, 80, 81, .max])
    func staysReadableOnAnyTerminal(_ width: Int) {
        let lines = ExplanationRenderer(colour: false, width: width).render(Self.shown).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= min(max(width, 40), 80) })
    }
}
