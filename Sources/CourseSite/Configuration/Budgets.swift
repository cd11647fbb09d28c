/// What pages and files may weigh, before a reviewer says something.
struct Budgets: Sendable {
    static let kilobyte = 1_000

    /// A page's HTML, with the theme's styles and scripts that it loads, each compressed.
    var pageKilobytes = 100
    var mediaKilobytes = 500

    /// What is told as a weight: a little more than a budget is more than it.
    static func kilobytes(_ bytes: Int) -> Int { (bytes + kilobyte - 1) / kilobyte }
}

extension Budgets {
    /// - Parameter mapping: checked against `SiteKeys.budgets`.
    init(_ mapping: YAMLMapping?) {
        if let page = mapping?.wholeNumber("page_kb") { pageKilobytes = page }
        if let media = mapping?.wholeNumber("media_kb") { mediaKilobytes = media }
    }
}
