/// What a typographic quote does where it stands, whoever set it there.
enum QuoteRole: Sendable, Equatable {
    case opens(OpenQuotes.Level)
    case closes(OpenQuotes.Level)
    /// Opens or closes as a straight `"` would in its place: the Swedes open and close with the same.
    case likeDouble
    /// Opens, closes, or is an apostrophe, as a straight `'` would be.
    case likeSingle
}

/// What the quotes of a language do. They are four at most, and looked for at every character that is none of ASCII.
struct QuoteRoles: Sendable {
    private var entries: [(scalar: Unicode.Scalar, role: QuoteRole)] = []

    init(_ quotes: TypographyRules.NestedQuotes?) {
        guard let quotes else { return }
        for (pair, level) in [(quotes.primary, OpenQuotes.Level.primary), (quotes.secondary, .secondary)] {
            if pair.open == pair.close {
                entries.append((pair.open, pair.open == "’" ? .likeSingle : .likeDouble))
            } else {
                entries.append((pair.open, pair.open == "’" ? .likeSingle : .opens(level)))
                entries.append((pair.close, pair.close == "’" ? .likeSingle : .closes(level)))
            }
        }
    }

    var scalars: [Unicode.Scalar] { entries.map(\.scalar) }

    func role(of scalar: Unicode.Scalar) -> QuoteRole? {
        for entry in entries where entry.scalar == scalar { return entry.role }
        return nil
    }
}
