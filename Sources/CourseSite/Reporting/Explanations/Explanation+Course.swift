import Diagnostics

/// What pages have to do with each other.
extension Explanation {
    static let brokenAnchor = Explanation(
        Rule.brokenAnchor, "a link leads to a heading that its page does not have",
        "The reader lands at the top of the page and has to search. Headings get their anchors from their words in the first "
            + "locale; “{#id}” after a heading names one that stays when the words change.",
        wrong: .page("# Course\n\nSee [our goals](#goal).\n\n## Goals"),
        right: .page("# Course\n\nSee [our goals](#goals).\n\n## Goals"))

    static let brokenLink = Explanation(
        Rule.brokenLink, "a link leads to a page or file that does not exist",
        "Links are relative to the page and name the source, with “.md”: they work in an editor, and lead to the reader's own "
            + "language in the site.",
        wrong: .files([
            .init("content/en/index.md", "# Course\n\nSee [the glossary](glosary.md)."), .init("content/en/glossary.md", "# Glossary"),
        ]),
        right: .files([
            .init("content/en/index.md", "# Course\n\nSee [the glossary](glossary.md)."), .init("content/en/glossary.md", "# Glossary"),
        ]))

    static let duplicateID = Explanation(
        Rule.duplicateID, "two headings of a page have the same id",
        "A link can lead to one of them only, and which one browsers choose is not what the author of the second expects.",
        wrong: .page("# Course\n\n## Goals {#goals}\n\n## More goals {#goals}"),
        right: .page("# Course\n\n## Goals {#goals}\n\n## More goals {#more-goals}"))

    static let duplicateURL = Explanation(
        Rule.duplicateURL, "two pages or files have the same address",
        "One would replace the other. The number at the beginning of a name is for the order and not part of the address; "
            + "“slug:” names it anew.",
        wrong: .files([.init("content/en/01-goals.md", "# Goals"), .init("content/en/02-goals.md", "# Goals of towns")]),
        right: .files([.init("content/en/01-goals.md", "# Goals"), .init("content/en/02-towns.md", "# Goals of towns")]))

    static let missingFile = Explanation(
        Rule.missingFile, "an image or a download does not exist",
        "Readers would see a gap, or a link that leads to an error. A file that a locale lacks is taken from the first locale.",
        wrong: .page("# Course\n\n![A map of the district](media/map.svg)"),
        right: .files([
            .init("content/en/index.md", "# Course\n\n![A map of the district](media/map.svg)"), .init("content/en/media/map.svg"),
        ]))

    static let missingTitle = Explanation(
        Rule.missingTitle, "a page has no title",
        "The title is what search results, the outline and the browser's tab show, and what a screen reader says first. It is "
            + "the first heading of level one, or “title:” in the front matter.",
        wrong: .page("Welcome to this course."),
        right: .page("# Course\n\nWelcome to this course."))

    static let outsideContent = Explanation(
        Rule.outsideContent, "a link leads out of content/",
        "Only what lies in content/ is published. The file would not be there for readers, and was perhaps never meant for them.",
        wrong: .page("# Course\n\nRead [the licence](../../LICENSE)."),
        right: .files([.init("content/en/index.md", "# Course\n\nRead [the licence](licence.txt)."), .init("content/en/licence.txt")]))

    static let reservedID = Explanation(
        Rule.reservedID, "an id begins with “l-”",
        "Ids that begin so belong to the pages' own markup, which must never be confused with a heading.",
        wrong: .page("# Course\n\n## Goals {#l-goals}"),
        right: .page("# Course\n\n## Goals {#goals}"))

    static let unsafeURL = Explanation(
        Rule.unsafeURL, "an address could run a program or reach into the reader's device",
        "“javascript:” runs with the rights of the site, “data:” can be any page, “file:” looks on the reader's own disk. None "
            + "of them is ever written to a page.",
        wrong: .page("# Course\n\nLook at [the map](file:///home/me/map.pdf)."),
        right: .files([.init("content/en/index.md", "# Course\n\nLook at [the map](map.pdf)."), .init("content/en/map.pdf")]))
}
