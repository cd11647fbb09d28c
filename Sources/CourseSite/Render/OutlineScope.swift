/// How much of a course its pages show in their outline, so that a page's weight does not grow with the course.
enum OutlineScope: Sendable {
    /// All modules with all sessions.
    case everything
    /// All modules, the sessions of the current one.
    case currentSessions
    /// The current module with its sessions, its neighbours, and a link to a page with everything.
    case neighbours

    /// Up to this many sessions a course shows all of them on every page.
    static let mostSessions = 60
    /// Up to this many modules a course shows all of them on every page.
    static let mostModules = 30

    init(of edition: Edition) {
        if edition.outline != nil {
            self = .neighbours
        } else if edition.modules.reduce(0, { $0 + $1.sessions.count }) <= Self.mostSessions {
            self = .everything
        } else {
            self = .currentSessions
        }
    }

    /// Whether the outline of a page has a module.
    /// - Parameter current: the module of the page.
    func shows(module: Int, current: Int?) -> Bool {
        switch self {
        case .everything, .currentSessions: true
        case .neighbours: current.map { abs($0 - module) <= 1 } ?? false
        }
    }

    func showsSessions(ofModule module: Int, current: Int?) -> Bool {
        switch self {
        case .everything: true
        case .currentSessions, .neighbours: module == current
        }
    }
}
