/// The order in which a course is read: each module's page, then its sessions.
struct Route: Sendable {
    private let stops: [PageNumber]
    private let positions: [PageNumber: Int]

    init(_ modules: [Module]) {
        stops = modules.flatMap { [$0.page] + $0.sessions }
        positions = Dictionary(uniqueKeysWithValues: stops.enumerated().map { ($1, $0) })
    }

    func position(of page: Page) -> Int? { positions[page.number] }

    func page(at position: Int, in edition: Edition) -> Page? {
        stops.indices.contains(position) ? edition.page(stops[position]) : nil
    }
}
