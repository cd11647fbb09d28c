import Diagnostics

/// Pages without a summary, or with one that search results and lists would cut off.
enum Summary: PageRule {
    /// In characters, as readers count them.
    private static let most = 160

    static func findings(on page: ReviewedPage) -> [Finding] {
        guard let summary = page.frontMatter.summary, !summary.trimmed.isEmpty else {
            // The home page is what the course is.
            return page.place == .home && page.courseIsDescribed || page.isRefused("summary") ? [] : [Finding(.file, .missingSummary)]
        }
        guard summary.count > most else { return [] }
        return [Finding(page.place(of: "summary"), .longSummary(summary.count, most: most))]
    }
}

extension Diagnostic {
    fileprivate static var missingSummary: Diagnostic {
        Diagnostic(
            .warning, Rule.missingSummary, "the page has no summary", at: nil,
            help: "add “summary: …” to its front matter: it stands in lists, and in search results")
    }

    fileprivate static func longSummary(_ count: Int, most: Int) -> Diagnostic {
        Diagnostic(
            .warning, Rule.longSummary, "the summary has \(count) characters; search results and lists show \(most)", at: nil,
            help: "say it in one or two short sentences")
    }
}
