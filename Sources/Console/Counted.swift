package import Diagnostics

/// `1 warning`, `3 pages`.
package func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `2 errors, 1 warning`.
package func counted(_ diagnostics: [Diagnostic]) -> String {
    let parts = [(diagnostics.errorCount, "error"), (diagnostics.warningCount, "warning")].filter { $0.0 > 0 }
    return parts.isEmpty ? "no warnings" : parts.map { counted($0.0, $0.1) }.joined(separator: ", ")
}
