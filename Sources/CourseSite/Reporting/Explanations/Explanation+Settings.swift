import Diagnostics

/// `site.yml`, front matter and `theme.yml`.
extension Explanation {
    static let unknownKey = Explanation(
        Rule.unknownKey, "a key is not one of those that mean something here",
        "A key that nothing reads has no effect, and a mistyped one silently loses what its author wanted. docs/site.md lists "
            + "all keys; under “rules:”, “lutrin explain” lists all codes.",
        wrong: .page("---\nsumary: A course for towns and cities\n---\n\n# Course"),
        right: .page("---\nsummary: A course for towns and cities\n---\n\n# Course"))

    static let duplicateKey = Explanation(
        Rule.duplicateKey, "a key stands twice in one mapping",
        "Only one of the two values can hold, and which one is meant only their author knows.",
        wrong: .page("---\ntitle: Course\norder: 1\ntitle: A course for towns\n---"),
        right: .page("---\ntitle: A course for towns\norder: 1\n---"))

    static let missingKey = Explanation(
        Rule.missingKey, "a required key is missing",
        "Without it there is nothing to show: a download without a title would be a link without a text, a course without "
            + "locales has no pages.",
        wrong: .files([
            .init("content/en/index.md", "---\ndownloads:\n  - file: guide.pdf\n---\n\n# Course"), .init("content/en/guide.pdf"),
        ]),
        right: .files([
            .init("content/en/index.md", "---\ndownloads:\n  - file: guide.pdf\n    title: The guide\n---\n\n# Course"),
            .init("content/en/guide.pdf"),
        ]))

    static let wrongType = Explanation(
        Rule.wrongType, "a value is not of the kind that its key holds",
        "A key holds a text, a number, a date, a list or one of a few words, and nothing is guessed from anything else. "
            + "docs/site.md tells what each holds.",
        wrong: .page("---\nduration: half an hour\n---\n\n# Course"),
        right: .page("---\nduration: 30\n---\n\n# Course"))

    static let invalidYAML = Explanation(
        Rule.invalidYAML, "the settings cannot be read as YAML",
        "Mostly a text holds a colon and a blank, or begins with a sign that means something in YAML: put it in quotes. "
            + "Anchors, aliases and tags are refused as well: no key needs them, and each can make a small file mean a very large "
            + "one.",
        wrong: .page("---\nsummary: Migration: a course for towns\n---\n\n# Course"),
        right: .page("---\nsummary: \"Migration: a course for towns\"\n---\n\n# Course"))

    static let unclosedFrontMatter = Explanation(
        Rule.unclosedFrontMatter, "front matter begins and does not end",
        "A page that begins with “---” says something of itself up to the next such line. Without that line its whole text "
            + "would count as settings.",
        wrong: .page("---\nsummary: A course for towns\n\n# Course"),
        right: .page("---\nsummary: A course for towns\n---\n\n# Course"))

    static let missingConfiguration = Explanation(
        Rule.missingConfiguration, "there is no site.yml",
        "site.yml says what the course is called, in which languages it is and which theme it wears. The folder that holds it "
            + "is the project.",
        wrong: .words("a folder with content/ and themes/ alone"),
        right: .words("a file site.yml beside them, with name, title, locales and theme"))
}

extension Explanation.Example {
    /// The home page of a course.
    static func page(_ text: String) -> Self {
        .files([.init("content/en/index.md", text)])
    }

    /// Lines of `site.yml`.
    static func settings(_ text: String) -> Self {
        .files([.init("site.yml", text)])
    }
}
