/// What a page says of itself before its text.
struct FrontMatter: Sendable {
    /// A file that the author offers for download.
    struct Download: Sendable {
        /// Relative to the page's source.
        let file: Located<String>
        let title: String
    }

    var title: Located<String>?
    var summary: String?
    /// In minutes.
    var duration: Int?
    var objectives: [String] = []
    var order: Int?
    var slug: Located<String>?
    var isDraft = false
    var updated: CalendarDate?
    /// Whether locales without a translation leave the page out instead of showing the source's text.
    var omitsFallback = false
    var aliases: [Located<String>] = []
    var downloads: [Download] = []
    var isOptional: Bool?
    var label: String?
}

extension FrontMatter {
    /// The same with all that readers see as their language sets it.
    func set(by typographer: Typographer) -> FrontMatter {
        var frontMatter = self
        frontMatter.summary = summary.map(typographer.set)
        frontMatter.objectives = objectives.map(typographer.set)
        frontMatter.label = label.map(typographer.set)
        frontMatter.downloads = downloads.map { Download(file: $0.file, title: typographer.set($0.title)) }
        return frontMatter
    }

    /// - Parameter mapping: checked against `FrontMatterKeys`.
    init(_ mapping: YAMLMapping) {
        title = mapping.text("title")
        summary = mapping.text("summary")?.value
        duration = mapping.wholeNumber("duration")
        objectives = mapping.texts("objectives").map(\.value)
        order = mapping.wholeNumber("order")
        slug = mapping.text("slug")
        isDraft = mapping.flag("draft") ?? false
        updated = mapping.date("updated")
        omitsFallback = mapping.text("fallback") != nil
        aliases = mapping.texts("aliases")
        downloads = mapping.mappings("downloads").compactMap { entry in
            guard let file = entry.text("file"), let title = entry.text("title") else { return nil }
            return Download(file: file, title: title.value)
        }
        isOptional = mapping.flag("optional")
        label = mapping.text("label")?.value
    }
}
