/// What is made of the course: the whole site, or an offline copy of a part of it. It decides where links lead.
enum Publication: Hashable, Sendable {
    case site
    /// All pages of an edition.
    case course(edition: Int)
    /// A module, its sessions, and the glossary.
    case module(Int, edition: Int)

    var isOffline: Bool { self != .site }

    func contains(_ page: Page, edition: Int) -> Bool {
        switch self {
        case .site: true
        case .course(let own): edition == own
        case .module(let module, let own): edition == own && (page.place.module == module || page.isGlossary)
        }
    }
}

extension Page.Place {
    /// The module of a module's page or a session.
    var module: Int? {
        switch self {
        case .home, .standalone, .outline: nil
        case .module(let module), .session(let module, _): module
        }
    }
}
