import Diagnostics

/// Files in `content/` that are heavier than `budgets: {media_kb: …}` in `site.yml` allows.
enum HeavyFile {
    static func diagnostics(_ course: Course) -> [Diagnostic] {
        let budget = course.configuration.budgets.mediaKilobytes
        return course.files.entries.values.filter { $0.size > budget * Budgets.kilobyte }.map {
            .heavy($0.size, budget: budget, at: $0.source)
        }
    }
}

extension Diagnostic {
    fileprivate static func heavy(_ size: Int, budget: Int, at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .warning, Rule.heavyFile, "the file has \(Budgets.kilobytes(size)) kB; the budget for a file is \(budget)",
            at: SourceLocation(path: path.string),
            help: "make it smaller, or set “budgets: {media_kb: …}” in site.yml: on a slow connection 500 kB take a minute")
    }
}
