/// The strings of a theme that the generator itself needs: those on pages which belong to no locale, in every language at once, and the names of pages that
/// no author writes.
enum ThemePhrase: String, CaseIterable, Sendable {
    case chooseLanguage = "choose-language"
    case language = "language-label"
    case enter
    case goHome = "go-home"
    case notFound = "not-found"
    case notFoundHelp = "not-found-help"
    case skipToContent = "skip-to-content"

    case outline
    /// The name of the outline's page in its address.
    case outlineSlug = "outline-slug"

    /// The title of pages of key points.
    case keyPoints = "keypoints"
    /// Their name in the address.
    case keyPointsSlug = "keypoints-slug"

    static let onPagesWithoutLocale = allCases.filter { ![.outline, .outlineSlug, .keyPoints, .keyPointsSlug].contains($0) }
}
