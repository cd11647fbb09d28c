import Diagnostics

/// What has been reported as wrong, so that nobody has to read it twice: a mistake that has only moved by some lines is no news.
struct ReportedDiagnostics {
    /// What a mistake is, wherever in its file it stands.
    private struct Key: Hashable {
        let severity: Diagnostic.Severity
        let code: String
        let message: String
        let path: String?

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            code = diagnostic.code
            message = diagnostic.message
            path = diagnostic.location?.path
        }
    }

    private var counts: [Key: Int] = [:]

    /// Takes in what is wrong now.
    mutating func verdict(of diagnostics: [Diagnostic]) -> PreviewReport.Verdict {
        var left = counts
        counts = [:]
        var news = [Diagnostic]()
        for diagnostic in diagnostics {
            let key = Key(diagnostic)
            counts[key, default: 0] += 1
            if let count = left[key], count > 0 { left[key] = count - 1 } else { news.append(diagnostic) }
        }
        return PreviewReport.Verdict(diagnostics: diagnostics, news: news, isAsBefore: news.isEmpty && left.values.allSatisfy { $0 == 0 })
    }
}
