/// The strings of a theme that stand on pages which belong to no locale, in every language at once.
enum ThemePhrase: String, CaseIterable, Sendable {
    case chooseLanguage = "choose-language"
    case language = "language-label"
    case enter
    case goHome = "go-home"
    case notFound = "not-found"
    case notFoundHelp = "not-found-help"
    case skipToContent = "skip-to-content"

    static let onPagesWithoutLocale = allCases
}
