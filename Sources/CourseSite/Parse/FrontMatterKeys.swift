/// The keys that a page's front matter may have.
enum FrontMatterKeys {
    static let all: [YAMLKey] = [
        YAMLKey("title", .text, "the page's title, where it is not the first heading"),
        YAMLKey("summary", .text, "what the page is about, in one or two sentences"),
        YAMLKey("duration", .wholeNumber(1...10_000), "how long the session takes, in minutes, besides its activities and readings"),
        YAMLKey("objectives", .list(.text), "what learners will be able to do"),
        YAMLKey("order", .wholeNumber(0...1_000_000), "the place among its neighbours, where the file's name does not give it"),
        YAMLKey("slug", .text, "the page's name in its address"),
        YAMLKey("draft", .flag, "whether the page is still to be left out"),
        YAMLKey("updated", .date, "the day of the last change that matters to readers"),
        YAMLKey("fallback", .oneOf(["omit"]), "leaves the page out of the locales that have no translation of it"),
        YAMLKey("aliases", .list(.text), "earlier addresses, from the locale's root, that now lead here"),
        YAMLKey("downloads", .list(.mapping(download)), "files that the author offers for download"),
        YAMLKey("optional", .flag, "whether a module can be left out"),
        YAMLKey("label", .text, "a module's short name, such as “Module 1”"),
    ]

    static let download: [YAMLKey] = [
        YAMLKey("file", .text, required: true, "the file, relative to the page"),
        YAMLKey("title", .text, required: true, "what the link says"),
    ]
}
