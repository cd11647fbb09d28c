import ArgumentParser
import CourseSite

/// `lutrin build`
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the site.",
        discussion: """
            Reads site.yml, content/ and themes/ and writes the whole site, every language, into site/. The site that was there before stays as it is \
            until the new one is whole; where the content has errors, nothing is written.

              lutrin build
              lutrin build --output /var/www/course
              lutrin build --drafts --strict
            """)

    @OptionGroup var options: BuildOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder that becomes the site (default: site/ in the project).", valueName: "folder"),
        completion: .directory)
    var output: String?

    func run() throws {
        let project = try options.project.folder()
        let output = output ?? "\(project)/site"
        let line = ProgressLine()
        do {
            let builder = try SiteBuilder(project: project, options: options.builderOptions, progress: line.show)
            let result = try builder.build()
            var diagnostics = result.diagnostics
            if let site = result.site, !options.isFailure(diagnostics) {
                let publisher = SitePublisher(output: output, project: project, jobs: options.threads, progress: line.show)
                diagnostics += try publisher.publish(site)
            }
            line.clear()
            try options.write(diagnostics)
            guard !options.isFailure(diagnostics) else {
                options.writeSummary("\(diagnostics.summary): nothing was written")
                throw Failure.contentHasErrors
            }
            let counts = "\(counted(result.pageCount, "page")) in \(counted(result.localeCount, "locale"))"
            options.writeSummary("\(output): \(counts), \(diagnostics.summary), \(line.elapsedText)")
        } catch let error as EnvironmentError {
            line.clear()
            throw Failure.environment("\(error); nothing was changed")
        }
    }
}
