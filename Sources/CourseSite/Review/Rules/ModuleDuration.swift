import CommonMark
import Diagnostics

/// Modules whose own duration does not fit what their sessions take together.
enum ModuleDuration {
    /// Durations are rounded, and a module may take some minutes of its own: a tenth is no mistake.
    private static func fits(_ duration: Int, _ sum: Int) -> Bool { abs(duration - sum) * 10 <= sum }

    static func diagnostics(_ course: Course, files: any ProjectFiles) throws(EnvironmentError) -> [Diagnostic] {
        var diagnostics = [Diagnostic]()
        for edition in course.editions {
            for module in edition.modules {
                guard let page = edition.page(module.page), !page.isFallback else { continue }
                let document = course.texts[page.text].document
                let durations = module.sessions.compactMap { edition.page($0).flatMap { $0.duration > 0 ? $0.duration : nil } }
                let sum = durations.reduce(0, +)
                // Where one does not say how long it takes, nobody knows what all of them do.
                guard let own = document.frontMatter.duration, !durations.isEmpty, durations.count == module.sessions.count, !fits(own, sum)
                else { continue }
                let bytes = try files.contents(of: document.file.path) ?? []
                let report = FileReport(document.file.path, bytes)
                let (_, bodyStart) = FrontMatterReader.read(bytes, report: FileReport(document.file.path, bytes))
                let value = FrontMatterPlaces.values(in: bytes, before: bodyStart)["duration"]
                report.add(
                    .unfit(own, sum, count: durations.count),
                    at: value.map { report.location(from: $0.start, to: $0.end) } ?? report.fileLocation)
                diagnostics += report.diagnostics
            }
        }
        return diagnostics
    }
}

extension Diagnostic {
    fileprivate static func unfit(_ own: Int, _ sum: Int, count: Int) -> Diagnostic {
        let sessions = count == 1 ? "its session takes" : "its \(count) sessions take"
        return Diagnostic(
            .warning, Rule.moduleDuration, "the module takes \(own) minutes, and \(sessions) \(sum)", at: nil,
            help: "write what they take, or correct the sessions’ “duration:”")
    }
}
