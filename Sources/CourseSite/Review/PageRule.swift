/// Something that a reviewer looks for on a page. Each is alone in its file, with its message at the foot.
protocol PageRule: Sendable {
    static func findings(on page: ReviewedPage) -> [Finding]
}

/// All that is looked for on a page.
enum PageRules {
    static let all: [any PageRule.Type] = [
        HeadingJump.self, VagueLink.self, BareLink.self, SameTextLinks.self, FileNameAsAlternative.self, MissingCaptions.self,
        Capitals.self,
        TableWithoutHeader.self, MissingObjectives.self, MissingKeyPoints.self, MissingDuration.self, Summary.self,
    ]
}
