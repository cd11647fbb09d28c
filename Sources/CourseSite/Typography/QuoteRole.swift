/// What a typographic quote does where it stands, whoever set it there.
enum QuoteRole: Sendable, Equatable {
    case opens(OpenQuotes.Level)
    case closes(OpenQuotes.Level)
    /// Opens or closes as a straight `"` would in its place: the Swedes open and close with the same.
    case likeDouble
    /// Opens, closes, or is an apostrophe, as a straight `'` would be.
    case likeSingle

    static func roles(_ quotes: TypographyRules.NestedQuotes) -> [Unicode.Scalar: QuoteRole] {
        var roles: [Unicode.Scalar: QuoteRole] = [:]
        for (pair, level) in [(quotes.secondary, OpenQuotes.Level.secondary), (quotes.primary, .primary)] {
            roles[pair.open] = .opens(level)
            roles[pair.close] = .closes(level)
            if pair.open == pair.close { roles[pair.open] = .likeDouble }
        }
        if [quotes.secondary.open, quotes.secondary.close].contains("’") { roles["’"] = .likeSingle }
        return roles
    }
}
