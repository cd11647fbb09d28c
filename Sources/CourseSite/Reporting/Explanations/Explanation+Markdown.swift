import Diagnostics

/// A page's text.
extension Explanation {
    static let captionWithoutTable = Explanation(
        Rule.captionWithoutTable, "a paragraph begins like the caption of a table, and there is no table below it",
        "“Table:” (in French “Tableau :”) makes the paragraph directly above a table its caption, which names it for those who do not see it. "
            + "Anywhere else the words stay in the text, and a table is left without its name.",
        wrong: .page("# Course\n\n| Town | People |\n| --- | --- |\n| A | 10 |\n\nTable: People in each town"),
        right: .page("# Course\n\nTable: People in each town\n\n| Town | People |\n| --- | --- |\n| A | 10 |"))

    static let externalImage = Explanation(
        Rule.externalImage, "an image lies on another site",
        "Pages ask no other site for anything: it would tell that site who reads what, vanish with it, and leave a gap offline.",
        wrong: .page("# Course\n\n![A map of the district](https://example.org/map.svg)"),
        right: .files([
            .init("content/en/index.md", "# Course\n\n![A map of the district](media/map.svg)"), .init("content/en/media/map.svg"),
        ]))

    static let footnote = Explanation(
        Rule.footnote, "a footnote has no text, two texts, or nothing that refers to it",
        "A mark without a text stays in the page as “[^1]”; a text to which nothing refers is not shown.",
        wrong: .page("# Course\n\nMost people migrate within their country.[^un]"),
        right: .page("# Course\n\nMost people migrate within their country.[^un]\n\n[^un]: United Nations, 2020."))

    static let missingAlternative = Explanation(
        Rule.missingAlternative, "an image has no alternative text",
        "Whoever does not see the image, because they use a screen reader or because it has not loaded, gets nothing, or its "
            + "file's name. Say what it tells.",
        wrong: .files([.init("content/en/index.md", "# Course\n\n![](map.svg)"), .init("content/en/map.svg")]),
        right: .files([.init("content/en/index.md", "# Course\n\n![The district has four towns](map.svg)"), .init("content/en/map.svg")]))

    static let nestingTooDeep = Explanation(
        Rule.nestingTooDeep, "quotes, lists or emphasis are nested very deep",
        "Nobody can follow a hundred levels; a text that has them is a slip, or was made to keep the program busy.",
        wrong: .words("a line that begins with a hundred “>”"), right: .words("a few levels at most"))

    static let pathologicalMarkup = Explanation(
        Rule.pathologicalMarkup, "a sign opens something again and again that never ends",
        "Each one might still find its end, so reading such a text takes the square of its length: minutes, for a page.",
        wrong: .words("thousands of “<!--” without “-->”"),
        right: .words("each with its end, or “\\” before those that are meant as they stand"))

    static let rawHTML = Explanation(
        Rule.rawHTML, "there is HTML in the text",
        "HTML does not reach the page: it would look different in each theme and each offline copy, and could run programs. "
            + "Markdown has what a course needs; “markdown: {raw_html: allow}” in site.yml lets HTML through all the same.",
        wrong: .page("# Course\n\nThis is <b>important</b>."),
        right: .page("# Course\n\nThis is **important**."))

    static let tableTooWide = Explanation(
        Rule.tableTooWide, "a table has very many columns",
        "No screen shows two hundred columns. Such a table is a data set: readers want it as a file.",
        wrong: .words("a table of 300 columns"), right: .words("several tables, or a spreadsheet under “downloads:”"))

    static let unhighlightedCode = Explanation(
        Rule.unhighlightedCode, "code could not be highlighted",
        "With “markdown: {highlighting: true}” in site.yml the program highlight colours code. What it answers is compared with the code that it was given; "
            + "where the two differ, a reader would see code that nobody wrote, so the block is shown without colours.",
        wrong: .words("code that highlight loses or changes a part of"), right: .words("another language behind the fence, or none"))

    static let unknownAlert = Explanation(
        Rule.unknownAlert, "a remark is of a kind that there is not",
        "“> [!NOTE]” makes a quote a remark with a sign of its own. Another word than the known ones would show as it stands, in brackets.",
        wrong: .page("# Course\n\n> [!NOT]\n> Take a map with you."),
        right: .page("# Course\n\n> [!NOTE]\n> Take a map with you."))
}
