/// The keys of `site.yml`.
enum SiteKeys {
    static let all: [YAMLKey] = [
        YAMLKey(
            "name", .text, required: true, matching: "^[A-Za-z0-9-]{1,64}$",
            "a short name of ASCII letters, digits and hyphens, used in the names of downloads"),
        YAMLKey("title", .localizedText, required: true, "the course's title"),
        YAMLKey("description", .localizedText, "one or two sentences for search engines and catalogues"),
        YAMLKey("publisher", .localizedText, "who publishes the course"),
        YAMLKey("license", .text, "the SPDX identifier of the texts' licence, such as CC-BY-4.0"),
        YAMLKey(
            "url", .text, matching: address,
            "where the site will lie: turns on canonical links, the sitemap and previews in social networks"),
        YAMLKey(
            "locales", .list(.mapping(locale)), required: true,
            "the languages of the course, each {code: fr, name: Français}; the first is the source of the others"),
        YAMLKey("theme", .text, required: true, "the name of a folder in themes/"),
        YAMLKey("downloads", .list(.oneOf(DownloadFormat.allCases.map(\.rawValue))), "the formats offered for each module and the course"),
        YAMLKey("markdown", .mapping(markdown), "how Markdown is read"),
        YAMLKey("rules", .catalogue(rules), "the severity of a diagnostic, by its code"),
        YAMLKey("budgets", .mapping(budgets), "what pages and media may weigh"),
        YAMLKey("repository", .text, matching: address, "where the sources are shown: turns on a link to edit each page"),
    ]

    static let locale: [YAMLKey] = [
        YAMLKey("code", .text, required: true, matching: Locale.pattern, "the BCP 47 tag, also the name of the folder in content/"),
        YAMLKey("name", .text, required: true, "the language's name in the language itself"),
        YAMLKey("dir", .oneOf(Locale.Direction.allCases.map(\.rawValue)), "the direction of writing, where the tag does not tell"),
    ]

    static let markdown: [YAMLKey] = [
        YAMLKey("raw_html", .oneOf(["forbid", "allow"]), "whether HTML in Markdown reaches the page"),
        YAMLKey("typography", .flag, "whether quotes, dashes and spaces follow the language's rules"),
        YAMLKey("highlighting", .flag, "whether code that names its language is coloured; needs the program highlight"),
    ]

    static let budgets: [YAMLKey] = [
        YAMLKey(
            "page_kb", .wholeNumber(1...Int.max),
            "the heaviest a page may be, in kilobytes (100): its HTML and the theme's styles and scripts, compressed"),
        YAMLKey("media_kb", .wholeNumber(1...Int.max), "the heaviest a file in content/ may be, in kilobytes (500)"),
    ]

    /// An absolute web address without query.
    private static let address = #"^https?://[!$-;=@-\[\]_a-z~]+$"#

    /// Every code that a diagnostic can have.
    private static let rules = YAMLCatalogue(
        kind: "rule",
        keys: RuleBook.explanations.map { YAMLKey($0.code, .oneOf(RuleSetting.allCases.map(\.rawValue)), $0.summary) },
        help: "“lutrin explain” lists all rules")
}
