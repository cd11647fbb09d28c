import Diagnostics

/// What is wrong now, as the panel over a page shows it.
struct ProblemList: Hashable, Sendable {
    /// What an author can mend, in reading order.
    var diagnostics: [Diagnostic] = []
    /// What the machine failed at.
    var failure: String?
    /// Whether an older site is served for it.
    var isHeldBack = false
    var editor: EditorLink?

    /// By the names that the panel knows them by; what there is not is left out.
    var members: [(String, JSONValue)] {
        // Errors first: they are why there is no newer site.
        let ordered = diagnostics.errorsFirst
        return [
            ("heldBack", .flag(isHeldBack)), ("errors", .number(diagnostics.errorCount)), ("warnings", .number(diagnostics.warningCount)),
            ("more", .number(max(0, ordered.count - PreviewReport.mostShown))),
            ("shown", .list(ordered.prefix(PreviewReport.mostShown).map(entry))),
        ] + (failure.map { [("failure", .text($0))] } ?? [])
    }

    private func entry(_ diagnostic: Diagnostic) -> JSONValue {
        let location = diagnostic.location
        let excerpt = location?.excerpt
        return .members([
            "severity": .text(diagnostic.severity.rawValue),
            "code": .text(diagnostic.code),
            "message": .text(diagnostic.message),
            "file": location.map { .text($0.path) },
            "line": excerpt.flatMap { _ in location.map { .number($0.start.line) } },
            "column": excerpt.flatMap { _ in location.map { .number($0.start.column) } },
            "endColumn": location.flatMap { $0.end.line == $0.start.line ? .number($0.end.column) : nil },
            "excerpt": excerpt.map { .text($0) },
            "excerptColumn": excerpt.flatMap { _ in location.map { .number($0.excerptColumn) } },
            "notes": .list(diagnostic.notes.map { .text($0) }),
            "help": diagnostic.help.map { .text($0) },
            "href": editor.flatMap { editor in location.map { .text(editor.href(to: $0)) } },
        ])
    }
}
