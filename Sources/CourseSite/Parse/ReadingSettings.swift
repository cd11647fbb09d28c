/// What decides, beside its bytes, about what a page is read as.
struct ReadingSettings: Sendable {
    /// By the locale's index.
    let layouts: [ProseLayouts]
    /// By the locale's index; none where texts are shown as they are typed.
    let typographers: [Typographer]
    /// With which captions of tables begin, by the locale's index.
    let captionWords: [[UInt8]]
    let allowsRawHTML: Bool
    /// Whether code is noted, to be highlighted.
    let notesCode: Bool

    /// - Parameter theme: `nil` where there is none, and pages are read for their mistakes alone.
    init(_ configuration: SiteConfiguration, theme: Theme?) {
        layouts = theme?.locales.map(\.prose) ?? Array(repeating: .plain, count: configuration.locales.count)
        typographers = configuration.typographers
        captionWords = configuration.locales.map { TableCaption.word(in: $0.code) }
        allowsRawHTML = configuration.allowsRawHTML
        notesCode = configuration.highlightsCode
    }

    init(layouts: [ProseLayouts], typographers: [Typographer], captionWords: [[UInt8]], allowsRawHTML: Bool, notesCode: Bool) {
        self.captionWords = captionWords
        self.layouts = layouts
        self.typographers = typographers
        self.allowsRawHTML = allowsRawHTML
        self.notesCode = notesCode
    }
}
