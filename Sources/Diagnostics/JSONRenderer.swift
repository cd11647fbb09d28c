import FoundationEssentials

/// Diagnostics for programs. The format is stable: fields are added, never changed, under the same `version`.
public enum JSONRenderer {
    /// One object, keys sorted, ending in a newline.
    public static func render(_ diagnostics: [Diagnostic]) throws -> String {
        let report = Report(
            diagnostics: diagnostics.map(Entry.init),
            summary: Summary(errors: diagnostics.errorCount, warnings: diagnostics.warningCount))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }

    private struct Report: Encodable {
        var version = 1
        let diagnostics: [Entry]
        let summary: Summary
    }

    private struct Summary: Encodable {
        let errors: Int
        let warnings: Int
    }

    private struct Entry: Encodable {
        let severity: Diagnostic.Severity
        let code: String
        let message: String
        let file: String?
        let line: Int?
        let column: Int?
        let endLine: Int?
        let endColumn: Int?
        let notes: [String]
        let help: String?

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity
            code = diagnostic.code
            message = diagnostic.message
            file = diagnostic.location?.path
            line = diagnostic.location?.start.line
            column = diagnostic.location?.start.column
            endLine = diagnostic.location?.end.line
            endColumn = diagnostic.location?.end.column
            notes = diagnostic.notes
            help = diagnostic.help
        }
    }
}
