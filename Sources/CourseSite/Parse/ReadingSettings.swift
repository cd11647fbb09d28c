/// What decides, beside its bytes, about what a page is read as.
struct ReadingSettings: Sendable {
    /// By the locale's index.
    let locales: [ProseSettings]

    init(locales: [ProseSettings]) {
        self.locales = locales
    }

    /// - Parameter theme: `nil` where there is none, and pages are read for their mistakes alone.
    init(_ configuration: SiteConfiguration, theme: Theme?) {
        locales = configuration.locales.enumerated().map { index, locale in
            ProseSettings(
                layouts: theme?.locales[index].prose ?? .plain,
                typographer: configuration.typographers.indices.contains(index) ? configuration.typographers[index] : nil,
                captionWord: TableCaption.word(in: locale), allowsRawHTML: configuration.allowsRawHTML,
                notesCode: configuration.highlightsCode)
        }
    }
}
