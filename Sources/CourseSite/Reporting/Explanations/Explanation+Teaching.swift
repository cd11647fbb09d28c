import Diagnostics

/// What a reviewer says of a course: what learners and teachers need to plan with, and what they have to download.
extension Explanation {
    private static func session(_ frontMatter: String, _ text: String = "Text.") -> Example {
        .files([
            .init("content/en/m/index.md", "# Module"), .init("content/en/m/01-data.md", "---\n\(frontMatter)\n---\n\n# Data\n\n\(text)"),
        ])
    }

    static let missingObjectives = Explanation(
        Rule.missingObjectives, "a session does not say what one will be able to do after it",
        "Learners decide by it whether the session is for them, and afterwards whether they have got there.",
        wrong: session("duration: 40"),
        right: session("duration: 40\nobjectives:\n  - read a table of figures"))

    static let missingKeyPoints = Explanation(
        Rule.missingKeyPoints, "a session does not sum up what to keep of it",
        "A few sentences at the end are what remains, and what one comes back for.",
        wrong: session("duration: 40"),
        right: .words("A block quote in the session that begins with “> [!KEYPOINTS]” and holds three to five points."))

    static let missingDuration = Explanation(
        Rule.missingDuration, "a session does not say how long it takes",
        "Who learns beside work must know whether half an hour is enough. A translation takes as long as its source, and need "
            + "not say it again.",
        wrong: session("objectives: [read a table]"),
        right: session("objectives: [read a table]\nduration: 40"))

    static let moduleDuration = Explanation(
        Rule.moduleDuration, "a module says another duration than its sessions have together",
        "Learners plan by it. More than a tenth more or less is told; nothing is where a session does not say its own.",
        wrong: .files([
            .init("content/en/m/index.md", "---\nduration: 60\n---\n\n# Module"),
            .init("content/en/m/01-data.md", "---\nduration: 40\n---\n\n# Data"),
        ]),
        right: .files([
            .init("content/en/m/index.md", "---\nduration: 40\n---\n\n# Module"),
            .init("content/en/m/01-data.md", "---\nduration: 40\n---\n\n# Data"),
        ]))

    static let missingSummary = Explanation(
        Rule.missingSummary, "a page has no summary",
        "It stands under the title, in the lists of modules and sessions, and in search results, which otherwise show whatever "
            + "words the page begins with. The home page may leave it to the course's “description:”.",
        wrong: .files([.init("content/en/data.md", "# Data")]),
        right: .files([
            .init("content/en/data.md", "---\nsummary: Where figures come from.\n---\n\n# Data"),
            .init("content/en/index.md", "---\nsummary: Figures for towns.\n---\n\n# Course"),
        ]))

    static let longSummary = Explanation(
        Rule.longSummary, "a summary has more than 160 characters",
        "Search results cut it off, and lists become hard to look over.",
        wrong: .page("---\nsummary: \(String(repeating: "All that there is to say about figures. ", count: 5))\n---\n\n# Course"),
        right: .page("---\nsummary: Where figures come from, and how far to trust them.\n---\n\n# Course"))

    static let unusedFile = Explanation(
        Rule.unusedFile, "no page shows a file in content/ or links to it",
        "It is copied into the site and into every offline copy, and nobody finds it. A draft that shows it counts.",
        wrong: .files([.init("content/en/index.md", "# Course"), .init("content/en/media/map.svg")]),
        right: .files([
            .init("content/en/index.md", "# Course\n\n![A map of the district](media/map.svg)"), .init("content/en/media/map.svg"),
        ]))

    static let linkGone = Explanation(
        Rule.linkGone, "the server of an outside link says that nothing is there",
        "Readers would meet an error where a source was promised. “lutrin check --external” asks; a build asks nobody.",
        wrong: .words("A link whose server answers “404 Not Found” or “410 Gone”."),
        right: .words("A link to where it is now, or to a copy in a web archive."))

    static let linkMoved = Explanation(
        Rule.linkMoved, "the server of an outside link says that it has moved for good",
        "The old address works as long as somebody keeps the redirect, which is rarely for ever.",
        wrong: .words("A link whose server answers “301 Moved Permanently” or “308 Permanent Redirect”."),
        right: .words("A link to the new address, which the diagnostic tells. A redirect for the time being is left alone."))

    static let linkNoAnswer = Explanation(
        Rule.linkNoAnswer, "the server of an outside link does not say whether it is there",
        "It may be down, gone with its name, or refuse programs: look at it in a browser before the link is taken out.",
        wrong: .words("A link whose server has no address, does not answer in 20 seconds, or answers with an error of its own."),
        right: .words("The link again when the server is well, or one to another source; or an excuse where it only refuses programs."))

    static let heavyPage = Explanation(
        Rule.heavyPage, "a page is heavier than the budget",
        "Every reader loads it whole, some over a bad connection that is paid by the megabyte. Counted are its HTML and the "
            + "theme's styles and scripts that it loads, each compressed, as web hosts send them; “budgets: {page_kb: 100}” in "
            + "site.yml is how many kilobytes of 1,000 bytes that may be.",
        wrong: .words("A page with the whole text of a law."),
        right: .words("The law as a file to download, and a page that says what matters in it; or a page for each chapter."))

    static let heavyFile = Explanation(
        Rule.heavyFile, "a file in content/ is heavier than the budget",
        "On a slow connection half a megabyte takes a minute. “budgets: {media_kb: 500}” in site.yml is how many kilobytes of "
            + "1,000 bytes a file may have.",
        wrong: .words("A photograph of 4,000 by 3,000 pixels, as it comes from the camera."),
        right: .words("The photograph at the size at which it is shown, as WebP or JPEG."))
}
