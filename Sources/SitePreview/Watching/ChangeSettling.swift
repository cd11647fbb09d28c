/// Decides when what happens to files has come to an end, so that one act of an author is one rebuild.
///
/// An editor that saves renames the old file, makes a new one, writes it, and removes the old; a version control system changes a thousand files in a row. What is half done
/// must not be built, and what is done must be built at once. Pure: who uses it has the clock.
struct ChangeSettling {
    typealias Instant = ContinuousClock.Instant

    /// What happens to a file, as far as it matters here.
    enum Event {
        /// It was made or is being written, and who writes it has not closed it.
        case opened
        /// It stands as it is meant to: it was closed, or moved to its place.
        case closed
        /// It was removed or moved away.
        case gone
    }

    private enum State {
        case open, whole, gone
    }

    /// After the last event, when all is whole: two events of one save are closer.
    private static let quiet = Duration.milliseconds(4)
    /// When more than one or two files have changed: more may follow.
    private static let quietOfSeveral = Duration.milliseconds(40)
    private static let quietOfMany = Duration.milliseconds(120)
    /// When a file is open or has gone: what writes it may be waiting for the disk, and what took it away may put another there.
    private static let quietOfUnfinished = Duration.milliseconds(80)
    /// For how long it is remembered what has changed.
    private static let memory = Duration.milliseconds(500)
    /// Since the first event: what never comes to an end is built all the same.
    private static let patience = Duration.seconds(3)

    private var states: [String: State] = [:]
    /// Made since the first event: when they go, they have never been.
    private var made = Set<String>()
    private var started: Instant?
    private var last: Instant?
    /// When what has changed lately did so: of a storm with pauses, each gust is one of many.
    private var recent: [String: Instant] = [:]
    /// The last event of those that were taken.
    private var lastTaken: Instant?

    /// - Parameter isNew: whether there was no such file before.
    mutating func note(_ event: Event, _ path: String, isNew: Bool = false, at now: Instant) {
        if let previous = last ?? lastTaken, now - previous > Self.memory { recent = [:] }
        started = started ?? now
        last = now
        recent[path] = now
        if isNew, states[path] == nil { made.insert(path) }
        switch event {
        case .opened: states[path] = .open
        case .closed: states[path] = .whole
        case .gone where made.remove(path) != nil: (states[path], recent[path]) = (nil, nil)
        case .gone: states[path] = .gone
        }
    }

    /// When to act, if nothing more happens; `nil` where nothing has happened.
    var deadline: Instant? {
        guard let started, let last else { return nil }
        let count = max(states.count, recent.count)
        var quiet = count > 20 ? Self.quietOfMany : count > 2 ? Self.quietOfSeveral : Self.quiet
        if states.values.contains(where: { $0 != .whole }) { quiet = max(quiet, Self.quietOfUnfinished) }
        return min(last + quiet, started + Self.patience)
    }

    /// All paths since the first event; begins anew.
    mutating func take() -> Set<String> {
        var next = ChangeSettling()
        next.lastTaken = last
        if let last { next.recent = recent.filter { last - $0.value < Self.memory } }
        defer { self = next }
        return Set(states.keys)
    }
}
