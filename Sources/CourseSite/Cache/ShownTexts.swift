/// Texts that have changed, by their indices, and where they show.
struct ShownTexts: Sendable {
    private(set) var all = Set<Int>()
    /// Those of them whose key points are others than before.
    private(set) var withOtherKeyPoints = Set<Int>()

    mutating func insert(_ text: Int, _ change: DocumentReader.Change) {
        all.insert(text)
        if change.hasOtherKeyPoints { withOtherKeyPoints.insert(text) }
    }

    /// The pages of an edition that have to be made again.
    func pages(of edition: Edition) -> [Page] {
        edition.pages.compactMap { page in
            guard let page else { return nil }
            if case .keyPoints(let module) = page.place { return shows(module, edition) ? page : nil }
            return all.contains(page.text) ? page : nil
        }
    }

    /// Whether the page of a module's key points is another, or that of the course's, where `module` is `nil`.
    private func shows(_ module: Int?, _ edition: Edition) -> Bool {
        guard !withOtherKeyPoints.isEmpty else { return false }
        if let module {
            return edition.modules[module].sessions.contains { edition.page($0).map { withOtherKeyPoints.contains($0.text) } ?? false }
        }
        // The page of a course of many modules shows nothing of the texts.
        return OutlineScope(of: edition) != .neighbours && edition.modules.indices.contains { shows($0, edition) }
    }
}
