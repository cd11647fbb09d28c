import Diagnostics

/// Sessions of which nobody knows how long they take. A translation takes as long as its source.
enum MissingDuration: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        guard page.isSession, page.source == nil, page.frontMatter.duration == nil, !page.isRefused("duration") else { return [] }
        return [Finding(.file, .missingDuration)]
    }
}

extension Diagnostic {
    fileprivate static var missingDuration: Diagnostic {
        Diagnostic(
            .warning, Rule.missingDuration, "the session does not say how long it takes", at: nil,
            help: "add “duration: 40” to its front matter, in minutes")
    }
}
