import Diagnostics

/// `site.yml`, checked.
struct SiteConfiguration: Sendable {
    /// Short ASCII name, in download file names and storage keys.
    var name: String
    var title: LocalizedText
    var description: LocalizedText?
    var publisher: LocalizedText?
    /// An SPDX identifier, or any text.
    var license: String?
    /// Absolute, ends in a slash. Turns on canonical links, the sitemap and what else needs to know where the site lies.
    var url: String?
    /// At least one; the first is the source and the fallback.
    var locales: [Locale]
    var theme: String
    /// Where it is named.
    var themeLocation: SourceLocation
    var downloads: Set<DownloadFormat>
    var allowsRawHTML: Bool
    /// Whether blocks of code that name their language are coloured.
    var highlightsCode: Bool
    /// By the locale's index, what sets quotes, dashes and spaces as the language has them; none where texts are shown as they are typed.
    var typographers: [Typographer]
    /// Where the project's sources are shown, for “edit this page”; ends in a slash.
    var repository: String?
    /// Severities that the project sets for rules, by code.
    var severities: [String: RuleSetting]
    var budgets = Budgets()
}

enum DownloadFormat: String, CaseIterable, Sendable {
    case zip, epub, pdf
}

enum RuleSetting: String, CaseIterable, Sendable {
    case error, warning, off
}

/// A text in each locale, by the locale's index.
struct LocalizedText: Sendable {
    private let texts: [String]

    /// - Parameter texts: one for each locale, in the order of `site.yml`.
    init(_ texts: [String]) {
        self.texts = texts
    }

    /// The texts as their languages set them.
    /// - Parameter typographers: by the locale's index.
    func set(by typographers: [Typographer]) -> LocalizedText {
        LocalizedText(texts.enumerated().map { typographers.indices.contains($0) ? typographers[$0].set($1) : $1 })
    }

    subscript(locale: Int) -> String {
        texts.indices.contains(locale) ? texts[locale] : texts.first ?? ""
    }
}
