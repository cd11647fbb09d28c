public import Diagnostics

/// The words of an interface in one language, by name.
///
/// Each is a little template of its own: `Session {{number}} of {{total}}`. Its variables are those of the place that uses it, its
/// text is escaped, and it may hold variables, sections and comments.
public struct StringTable: Sendable {
    /// A string as it is written, and where.
    public struct Entry: Sendable {
        /// The text, a little template.
        public let text: String
        /// Where it is written.
        public let location: SourceLocation

        /// A string as it is written.
        public init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    /// For messages: `fr`.
    public let locale: String
    /// By name; a name may have dots.
    public let entries: [String: Entry]

    /// The strings of a locale, by name.
    public init(locale: String, entries: [String: Entry]) {
        self.locale = locale
        self.entries = entries
    }
}
