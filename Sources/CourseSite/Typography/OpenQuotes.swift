/// The quotes that are open at a place, from the outside in.
struct OpenQuotes {
    enum Level: Sendable {
        case primary
        /// Opened by the author's `'`, or in the language's own form.
        case secondary
        /// Opened by a `"` within a `"`.
        case doubled
    }

    /// Quotes further in than anybody can follow are not told apart.
    private static let limit = 16

    private var levels: [Level] = []

    var innermost: Level? { levels.last }
    /// Whether the innermost is no primary one, whoever opened it.
    var isInSecondary: Bool { innermost.map { $0 != .primary } ?? false }
    var holdsPrimary: Bool { levels.contains(.primary) }

    mutating func open(_ level: Level) {
        if levels.count < Self.limit { levels.append(level) }
    }

    mutating func closeInnermost() { _ = levels.popLast() }

    /// Closes the innermost primary quote, with what was left open in it.
    mutating func closePrimary() {
        if let index = levels.lastIndex(of: .primary) { levels.removeSubrange(index...) }
    }

    mutating func removeAll() { levels.removeAll(keepingCapacity: true) }
}
