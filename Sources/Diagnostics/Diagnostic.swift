/// One thing that is wrong in what an author wrote: what, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is: with an error there is no site.
    public enum Severity: String, Sendable, Codable {
        case error, warning
    }

    /// How bad it is.
    public var severity: Severity
    /// Stable and short, for configuration, search and `explain`: `broken-link`.
    public var code: String
    /// One sentence without a full stop that states the fact, the specific first.
    public var message: String
    /// Where it is; `nil` for what has no place.
    public var location: SourceLocation?
    /// Further facts, each a line.
    public var notes: [String]
    /// What to do about it.
    public var help: String?

    /// A diagnostic of a rule, by the rule's code.
    public init(
        _ severity: Severity, _ code: some RawRepresentable<String>, _ message: String, at location: SourceLocation?,
        notes: [String] = [], help: String? = nil
    ) {
        self.severity = severity
        self.code = code.rawValue
        self.message = message
        self.location = location
        self.notes = notes
        self.help = help
    }
}

extension Sequence where Element == Diagnostic {
    /// By file, line and column, then by code; those without a place first. Equal ones once.
    public func inReadingOrder() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        return filter { seen.insert($0).inserted }.sorted { a, b in
            switch (a.location, b.location) {
            case (nil, nil): (a.code, a.message) < (b.code, b.message)
            case (nil, _): true
            case (_, nil): false
            case (let x?, let y?): x == y ? (a.code, a.message) < (b.code, b.message) : x < y
            }
        }
    }

    /// Errors before warnings, as they matter; each in the order that it had.
    public var errorsFirst: [Diagnostic] { filter { $0.severity == .error } + filter { $0.severity == .warning } }

    /// How many are errors.
    public var errorCount: Int { reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } }
    /// How many are warnings.
    public var warningCount: Int { reduce(0) { $0 + ($1.severity == .warning ? 1 : 0) } }
}
