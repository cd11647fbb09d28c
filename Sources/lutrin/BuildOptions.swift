import ArgumentParser
import Console
import CourseSite
import Diagnostics
import Glibc

/// How diagnostics are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
}

/// What `build` and `check` have in common.
struct BuildOptions: ParsableArguments {
    @OptionGroup var project: ProjectOptions

    @Option(name: .long, help: ArgumentHelp("Threads to use at most (default: one for each processor).", valueName: "number"))
    var jobs: Int?

    @OptionGroup var drafts: DraftOptions

    @Flag(name: .long, help: "Treat warnings as errors.")
    var strict = false

    @Option(
        name: .long,
        help: "How to write what is wrong: text for people, json for programs, github for GitHub Actions, sarif for code scanning.")
    var format = OutputFormat.text

    var threads: Int {
        min(jobs ?? Processors.count, Processors.most)
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    }

    var builderOptions: SiteBuilder.Options {
        var options = SiteBuilder.Options()
        options.includesDrafts = drafts.areTaken
        options.jobs = threads
        options.runner = OutsideProgram.run
        return options
    }

    /// Whether what was found stands in the way of a site.
    func isFailure(_ diagnostics: [Diagnostic]) -> Bool {
        diagnostics.errorCount > 0 || strict && diagnostics.warningCount > 0
    }

    /// Writes diagnostics: what programs read is a result and goes to standard output, text for people to standard error.
    func write(_ diagnostics: [Diagnostic]) throws {
        switch format {
        case .json:
            Terminal.write(JSONRenderer.render(diagnostics))
        case .github:
            Terminal.write(GitHubRenderer(folder: try project.folderInRepository()).render(diagnostics))
        case .sarif:
            let renderer = SARIFRenderer(
                version: Lutrin.version, project: try project.absoluteFolder(), explanations: RuleBook.explanations)
            Terminal.write(renderer.render(diagnostics))
        case .text:
            guard !diagnostics.isEmpty else { return }
            let text = TerminalRenderer(colour: Terminal.usesColour(STDERR_FILENO)).render(diagnostics)
            Terminal.write(text + "\n", isError: true)
            // For people only: a log is read for what it tells, again and again.
            if Terminal.isTerminal(STDERR_FILENO) { Terminal.write("\(hint(diagnostics))\n\n", isError: true) }
        }
    }

    private func hint(_ diagnostics: [Diagnostic]) -> String {
        let codes = Set(diagnostics.map(\.code))
        guard let code = codes.first, codes.count == 1 else { return "“lutrin explain CODE” tells more about each of them." }
        return "“lutrin explain \(code)” tells more."
    }

    /// The last line: in text on standard output; in the other formats only what is machine-readable stands there.
    func writeSummary(_ summary: String) {
        Terminal.write(summary, isError: format != .text)
    }
}
