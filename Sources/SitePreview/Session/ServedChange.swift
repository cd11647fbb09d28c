import CourseSite

/// What came of a look at changed files.
struct ServedChange: Sendable {
    /// Whose bytes may be others; `nil` for all.
    var pages: [OutputPath]?
    /// Whether more than content has changed.
    var isOfTheme = false
    /// The files of the project among what has changed, where they lie in the site: pages that show them may be as they were.
    var media: [OutputPath] = []
    /// The path, with a slash before it, that browsers go to that follow the author.
    var follow: String?

    /// Nothing shows.
    static let nothing = ServedChange(pages: [])

    init(pages: [OutputPath]?) {
        self.pages = pages
    }

    init(_ update: LiveSite.Update) {
        pages =
            switch update {
            case .nothing: []
            case .pages(let pages): pages
            case .everything: nil
            }
    }

    var isEmpty: Bool { pages?.isEmpty == true }
}
