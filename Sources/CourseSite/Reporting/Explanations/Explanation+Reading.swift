import Diagnostics

/// What a reviewer says of a text: how it is read by those who do not see the page, or see it in a hurry.
extension Explanation {
    static let headingJump = Explanation(
        Rule.headingJump, "a heading leaves out a level",
        "Many move through a page by its headings. One of level four below one of level two says that something is missing in "
            + "between, and who looks for level three does not find it. The title is of level one, so the text's own headings begin "
            + "with “##”.",
        wrong: .page("# Course\n\n## Goals\n\n#### For towns"),
        right: .page("# Course\n\n## Goals\n\n### For towns"))

    static let vagueLink = Explanation(
        Rule.vagueLink, "the text of a link does not say where it leads",
        "Screen readers list the links of a page, and eyes jump from one to the next: there the sentence around them is not "
            + "read. What counts as saying nothing is a list for each language.",
        wrong: .page("# Course\n\nThe figures of 2024 are [here](https://example.org/figures)."),
        right: .page("# Course\n\nLook up [the figures of 2024](https://example.org/figures)."))

    static let bareLink = Explanation(
        Rule.bareLink, "the text of a link is an address",
        "A screen reader spells it out, and on a small screen it runs over the margin. Readers on paper still get the address "
            + "from their printer's notes or a list of sources; where the address itself is what matters, write it as code.",
        wrong: .page("# Course\n\nSee https://www.example.org/reports/2024/annual."),
        right: .page("# Course\n\nSee [the annual report for 2024](https://www.example.org/reports/2024/annual)."))

    static let sameTextLinks = Explanation(
        Rule.sameTextLinks, "two links of a page have the same text and lead to different places",
        "Who goes through the links of a page one by one cannot tell them apart.",
        wrong: .page("# Course\n\nOn migration: [report](https://example.org/1). On towns: [report](https://example.org/2)."),
        right: .page("# Course\n\n[A report on migration](https://example.org/1), [a report on towns](https://example.org/2)."))

    static let fileNameAsAlternative = Explanation(
        Rule.fileNameAsAlternative, "the alternative text of an image is the name of its file",
        "It is read aloud in place of the image, and says nothing of what the image shows.",
        wrong: .files([.init("content/en/index.md", "# Course\n\n![cycle-2.svg](cycle-2.svg)"), .init("content/en/cycle-2.svg")]),
        right: .files([
            .init("content/en/index.md", "# Course\n\n![Four stages in a circle](cycle-2.svg)"), .init("content/en/cycle-2.svg"),
        ]))

    static let capitals = Explanation(
        Rule.capitals, "words are written in capitals",
        "Words in capitals have no outline by which eyes know them, and some screen readers spell them letter by letter. What "
            + "matters is better marked as such. Short words are taken for acronyms.",
        wrong: .page("# Course\n\nDO NOT FORGET the deadline."),
        right: .page("# Course\n\n**Do not forget** the deadline of the UNHCR."))

    static let tableWithoutHeader = Explanation(
        Rule.tableWithoutHeader, "all cells of a table's header are empty",
        "The header is what a screen reader says with each cell, so that one knows in which column one is.",
        wrong: .page("# Course\n\n|  |  |\n|---|---|\n| Towns | 12 |"),
        right: .page("# Course\n\n| Level | Number |\n|---|---|\n| Towns | 12 |"))

    static let unknownAllow = Explanation(
        Rule.unknownAllow, "a comment for Lutrin names no code, or one that does not exist",
        "“<!-- lutrin: allow CODE: reason -->” excuses what a code says of the block that follows. With another code, or "
            + "another word, it does nothing.",
        wrong: .page("# Course\n\n<!-- lutrin: allow capitls: as on the sign -->\n\nNO ENTRY TODAY"),
        right: .page("# Course\n\n<!-- lutrin: allow capitals: as on the sign -->\n\nNO ENTRY TODAY"))

    static let allowWithoutReason = Explanation(
        Rule.allowWithoutReason, "a comment excuses something and does not say why",
        "Who meets it in a year, or translates the page, must know whether it still holds.",
        wrong: .page("# Course\n\n<!-- lutrin: allow capitals -->\n\nNO ENTRY TODAY"),
        right: .page("# Course\n\n<!-- lutrin: allow capitals: as on the sign -->\n\nNO ENTRY TODAY"))

    static let unusedAllow = Explanation(
        Rule.unusedAllow, "a comment excuses what is not wrong, or cannot be excused",
        "It would hide the next mistake of its kind. Perhaps the block was put right, or has moved away from its comment.",
        wrong: .page("# Course\n\n<!-- lutrin: allow capitals: as on the sign -->\n\nNo entry today"),
        right: .page("# Course\n\nNo entry today"))
}
