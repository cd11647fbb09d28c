import Diagnostics

/// Sessions that do not say what one will be able to do after them.
enum MissingObjectives: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        let objectives = page.frontMatter.objectives
        guard page.isSession, objectives.allSatisfy(\.trimmed.isEmpty), !page.hasRemark("OBJECTIVES") else { return [] }
        if objectives.isEmpty, page.isRefused("objectives") { return [] }
        return [Finding(.file, .missingObjectives)]
    }
}

extension Diagnostic {
    fileprivate static var missingObjectives: Diagnostic {
        Diagnostic(
            .warning, Rule.missingObjectives, "the session has no objectives", at: nil,
            help: "list under “objectives:” in its front matter what learners will be able to do")
    }
}
