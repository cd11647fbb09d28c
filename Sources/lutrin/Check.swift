import ArgumentParser
import CourseSite

/// `lutrin check`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong, and write nothing.",
        discussion: """
            Reads everything that build reads and reports every mistake in it at once, each with file, line, column and a remedy.

              lutrin check
              lutrin check --strict --format json
            """)

    @OptionGroup var options: BuildOptions

    func run() throws {
        let project = try options.project.folder()
        let line = ProgressLine()
        do {
            let result = try SiteBuilder(project: project, options: options.builderOptions, progress: line.show).check()
            line.clear()
            try options.write(result.diagnostics)
            guard !options.isFailure(result.diagnostics) else {
                options.writeSummary(result.diagnostics.summary)
                throw Failure.contentHasErrors
            }
            options.writeSummary("\(counted(result.pageCount, "page")) in \(counted(result.localeCount, "locale")), \(result.diagnostics.summary), \(line.elapsedText)")
        } catch let error as EnvironmentError {
            line.clear()
            throw Failure.environment("\(error)")
        }
    }
}
