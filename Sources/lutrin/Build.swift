import ArgumentParser
import Console
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

            A record of the build is kept in .lutrin/, so that after a change of one page's text the next build need not do everything again. It can be deleted at any time.
            """)

    @OptionGroup var options: BuildOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder that becomes the site (default: site/ in the project).", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(
        name: .long, help: ArgumentHelp("The folder for the record of the build (default: .lutrin/ in the project).", valueName: "folder"),
        completion: .directory)
    var cache: String?

    @Flag(name: .long, help: "Build everything, and keep no record.")
    var noCache = false

    func run() throws {
        let project = try options.project.folder()
        let output = output ?? "\(project)/site"
        let line = ProgressLine()
        do {
            let builder = try SiteBuilder(project: project, options: options.builderOptions, progress: line.show)
            let publisher = SitePublisher(output: output, project: project, jobs: options.threads, progress: line.show)
            let records = noCache ? nil : BuildCache(folder: cache ?? "\(project)/.lutrin")
            if let patch = try rebuild(builder, publisher, records) {
                line.clear()
                try options.write([])
                options.writeSummary(summary(output, patch.build.pageCount, patch.build.localeCount, "no warnings", line))
                withExtendedLifetime(patch) { Terminal.exit(.done) }
            }
            let result = try builder.build()
            var diagnostics = result.diagnostics
            if let site = result.site, !options.isFailure(diagnostics) {
                let refusals = try publisher.publish(site)
                diagnostics += refusals
                if refusals.isEmpty { keep(result.build, in: records) }
            }
            line.clear()
            try options.write(diagnostics)
            guard !options.isFailure(diagnostics) else {
                options.writeSummary("\(counted(diagnostics)): nothing was written")
                throw Failure.contentHasErrors
            }
            options.writeSummary(summary(output, result.pageCount, result.localeCount, counted(diagnostics), line))
            // The system takes the memory of a large course back at once; to free it piece by piece takes long.
            withExtendedLifetime(result) { Terminal.exit(.done) }
        } catch let error as EnvironmentError {
            line.clear()
            throw Failure.environment("\(error); nothing was changed")
        }
    }

    /// Starts from the last build, where its record is there and what has changed is little enough.
    private func rebuild(_ builder: SiteBuilder, _ publisher: SitePublisher, _ records: BuildCache?) throws(EnvironmentError) -> SitePatch?
    {
        switch records?.find() {
        case .record(let last)?:
            guard let patch = try builder.rebuild(after: last), try publisher.apply(patch, after: last) else { return nil }
            keep(patch.build, in: records)
            return patch
        case .unusable(let reason)?:
            Terminal.write("note: \(reason): everything is built anew", isError: true)
            return nil
        case .nothing?, nil:
            return nil
        }
    }

    /// A record that cannot be kept costs the next build time, and no more.
    private func keep(_ build: LastBuild?, in records: BuildCache?) {
        guard let records else { return }
        do throws(EnvironmentError) {
            if let build { try records.keep(build) } else { records.forget() }
        } catch {
            Terminal.write("note: \(error): the next build starts from nothing", isError: true)
        }
    }

    private func summary(_ output: String, _ pages: Int, _ locales: Int, _ found: String, _ line: ProgressLine) -> String {
        "\(output): \(counted(pages, "page")) in \(counted(locales, "locale")), \(found), \(line.elapsedText)"
    }
}
