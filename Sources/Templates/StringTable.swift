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
        /// The file in which it is written, relative to the project.
        public let path: String
        private let place: @Sendable () -> SourceLocation

        /// Where it is written.
        public var location: SourceLocation { place() }

        /// A string as it is written.
        /// - Parameter location: lines and columns are counted only when there is something to say about the string.
        public init(_ text: String, in path: String, at location: @escaping @autoclosure @Sendable () -> SourceLocation) {
            self.text = text
            self.path = path
            place = location
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
