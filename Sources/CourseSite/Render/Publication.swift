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

extension Publication {
    /// What it has of an edition, by page number.
    func pages(of edition: Edition) -> [Page] {
        guard case .module(let index, let own) = self, own == edition.index else {
            return edition.pages.compactMap { page in page.flatMap { contains($0, edition: edition.index) ? $0 : nil } }
        }
        let pages = edition.modules[index].pages + edition.standalone
        return pages.sorted { $0.value < $1.value }.compactMap(edition.page).filter { contains($0, edition: own) }
    }

    /// The offline copies whose sizes a page of the site states.
    static func offered(on page: Page, of edition: Edition) -> [Publication] {
        switch page.place {
        case .home: [.course(edition: edition.index)] + edition.modules.indices.map { .module($0, edition: edition.index) }
        case .module(let module): [.module(module, edition: edition.index)]
        case .standalone, .session, .outline, .keyPoints: []
        }
    }

    /// The modules of an edition of which it has pages, `nil` among them for pages that belong to none; all of them where it is `nil` itself.
    func modules(of edition: Edition) -> Set<Int?>? {
        switch self {
        case .site: nil
        case .course(let own): own == edition.index ? nil : []
        case .module(let module, let own): own == edition.index ? [module, nil] : []
        }
    }
}

extension Page.Place {
    /// The module of a module's page or a session.
    var module: Int? {
        switch self {
        case .home, .standalone, .outline: nil
        case .module(let module), .session(let module, _): module
        case .keyPoints(let module): module
        }
    }
}
