/// What is recognised beyond CommonMark.
public struct MarkupExtensions: OptionSet, Sendable {
    /// A bit for each.
    public let rawValue: Int

    /// From bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// GFM tables.
    public static let table = Self(rawValue: 1 << 0)
    /// `~~struck~~`
    public static let strikethrough = Self(rawValue: 1 << 1)
    /// `https://example.org`, `www.example.org` and `me@example.org` without angle brackets.
    public static let autolink = Self(rawValue: 1 << 2)
    /// `- [ ]` and `- [x]`, wherever a list may stand.
    public static let taskList = Self(rawValue: 1 << 3)
    /// `[^label]` and `[^label]: text`
    public static let footnotes = Self(rawValue: 1 << 4)
    /// Block quotes that begin with `[!KIND]`, a title and `{#id}` after it if need be.
    public static let alerts = Self(rawValue: 1 << 5)
    /// `{#id}` at the end of a heading.
    public static let headingIDs = Self(rawValue: 1 << 6)

    /// What pages of a course are written in.
    public static let all: Self = [.table, .strikethrough, .autolink, .taskList, .footnotes, .alerts, .headingIDs]
}
