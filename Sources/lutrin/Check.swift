import ArgumentParser
import Console
import CourseSite

/// `lutrin check`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong, and write nothing.",
        discussion: """
            Reads everything that build reads and reports every mistake in it at once, each with file, line, column and a remedy; and what a reviewer would say: \
            links that say nothing, headings that leave out a level, sessions without objectives, files that nobody uses, pages that are too heavy.

              lutrin check
              lutrin check --strict --format json
              lutrin check --external
            """)

    @OptionGroup var options: BuildOptions

    @Flag(name: .long, help: "Ask the servers of all links to other sites, too; needs lychee 0.24.")
    var external = false

    func run() throws {
        let project = try options.project.folder()
        let line = ProgressLine()
        do {
            let result = try SiteBuilder(project: project, options: options.builderOptions, progress: line.show).check(
                askingBy: external ? OutsideProgram.run : nil)
            line.clear()
            try options.write(result.diagnostics)
            guard !options.isFailure(result.diagnostics) else {
                options.writeSummary(counted(result.diagnostics))
                throw Failure.contentHasErrors
            }
            options.writeSummary(
                "\(counted(result.pageCount, "page")) in \(counted(result.localeCount, "locale")), \(counted(result.diagnostics)), \(line.elapsedText)"
            )
        } catch let error as EnvironmentError {
            line.clear()
            throw Failure.environment("\(error)")
        }
    }
}
