/// Diagnostics for programs. The format is stable: fields are added, never changed, under the same `version`.
public enum JSONRenderer {
    /// One object on one line, ending in a newline.
    public static func render(_ diagnostics: [Diagnostic]) -> String {
        let report = JSONValue.members([
            "diagnostics": .list(diagnostics.map(entry)),
            "summary": .members(["errors": .number(diagnostics.errorCount), "warnings": .number(diagnostics.warningCount)]),
            "version": 1,
        ])
        return report.compact + "\n"
    }

    /// What there is not is left out.
    private static func entry(_ diagnostic: Diagnostic) -> JSONValue {
        let location = diagnostic.location
        return .members([
            "code": .text(diagnostic.code),
            "column": location.map { .number($0.start.column) },
            "endColumn": location.map { .number($0.end.column) },
            "endLine": location.map { .number($0.end.line) },
            "file": location.map { .text($0.path) },
            "help": diagnostic.help.map { .text($0) },
            "line": location.map { .number($0.start.line) },
            "message": .text(diagnostic.message),
            "notes": .list(diagnostic.notes.map { .text($0) }),
            "severity": .text(diagnostic.severity.rawValue),
        ])
    }
}
