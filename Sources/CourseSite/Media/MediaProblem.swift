import Diagnostics

/// One thing that is wrong in a file that pages show.
struct MediaProblem: Error, Hashable, Sendable {
    let rule: MediaRule
    /// One sentence without a full stop.
    let message: String
    let help: String
    /// Bytes of the file; `nil` where all of it is meant.
    var range: Range<Int>?

    func diagnostic(in report: FileReport) -> Diagnostic {
        Diagnostic(
            .error, rule, message, at: range.map { report.location(of: $0) } ?? report.fileLocation, help: help)
    }
}

extension FileReport {
    /// The places are found only of those problems that are told.
    func add(_ problems: some Sequence<MediaProblem>) {
        for problem in problems {
            let unplaced = Diagnostic(.error, problem.rule, problem.message, at: nil, help: problem.help)
            add(unplaced, at: problem.range.map { self.location(of: $0) } ?? self.fileLocation)
        }
    }
}
