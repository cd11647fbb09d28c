/// The order in which a course is read: each module's page, its sessions, and what to keep of them; at the end what to keep of all.
struct Route: Sendable {
    private let stops: [PageNumber]
    private let positions: [PageNumber: Int]

    /// - Parameter keyPoints: the page of those of all modules.
    init(_ modules: [Module], keyPoints: PageNumber?) {
        stops = modules.flatMap(\.pages) + (keyPoints.map { [$0] } ?? [])
        positions = Dictionary(uniqueKeysWithValues: stops.enumerated().map { ($1, $0) })
    }

    func position(of page: Page) -> Int? { positions[page.number] }

    func page(at position: Int, in edition: Edition) -> Page? {
        stops.indices.contains(position) ? edition.page(stops[position]) : nil
    }
}
