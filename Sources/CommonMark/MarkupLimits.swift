/// How far a text may go before it is refused: beyond, the parser would take minutes, or what walks a tree would run out of stack.
public struct MarkupLimits: Sendable {
    /// How deeply blocks and inlines may be nested.
    public var depth = 100
    /// How many columns a table may have.
    public var tableColumns = 200

    public init() {}

    func refusal(of source: UnsafeBufferPointer<UInt8>, from bodyStart: Int) -> MarkupRefusal? { nil }
}

/// Why a text was not parsed, and the place that it is about.
public struct MarkupRefusal: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        /// Blocks and inlines nested more deeply than `limit`.
        case nestedTooDeeply(limit: Int)
        /// A table of more columns than `limit`.
        case tableTooWide(columns: Int, limit: Int)
        /// So many of one opening without its end that each would be searched for through all the rest.
        case tooManyUnclosed(String)
    }

    public let reason: Reason
    public let range: Range<Int>
}
