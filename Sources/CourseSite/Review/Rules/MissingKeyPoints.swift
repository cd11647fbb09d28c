import Diagnostics

/// Sessions that do not say what to keep of them.
enum MissingKeyPoints: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        guard page.isSession, !page.isUnreadable, !page.hasRemark("KEYPOINTS") else { return [] }
        return [Finding(.file, .missingKeyPoints)]
    }
}

extension Diagnostic {
    fileprivate static var missingKeyPoints: Diagnostic {
        Diagnostic(
            .warning, Rule.missingKeyPoints, "the session has no key points", at: nil,
            help: "add a block “> [!KEYPOINTS]” with what to keep of it")
    }
}
