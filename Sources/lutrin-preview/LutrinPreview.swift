import ArgumentParser
import Console
import CourseSite
import Glibc
import SitePreview

/// `lutrin serve`, which becomes this program: its server is loaded by nobody who builds a site.
@main
struct LutrinPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lutrin serve",
        abstract: "Show the course while it is written.",
        discussion: """
            Serves every language at once, from memory, and makes what changes again on each save: the open page follows. What is wrong lies over the page, with the \
            place and the remedy; until it is mended, the last good site is shown. At /_lutrin/ stands which pages each language has. Nothing is written.

              lutrin serve
              lutrin serve --open --follow --editor vscode
              lutrin serve --drafts --port 9000

            The address is the first line on standard output; Ctrl-C ends the preview.
            """)

    @OptionGroup var project: ProjectOptions

    @Option(name: .long, help: ArgumentHelp("The port (default: the first free one from 8080; 0: any).", valueName: "number"))
    var port: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The address to listen on. 0.0.0.0 shows the preview to other devices of the network, such as a phone, that know the token in its address.",
            valueName: "address"))
    var host = "127.0.0.1"

    @Flag(name: .long, help: "Open the preview in the browser.")
    var open = false

    @OptionGroup var drafts: DraftOptions

    @Flag(name: .long, help: "Go in the browser to the page that was saved.")
    var follow = false

    @Flag(name: .long, help: "Look at all files every second, too: for a shared folder whose changes this system is not told of.")
    var poll = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Opens files from the list of what is wrong: \(EditorLink.names.joined(separator: ", ")), or an address with {path}, {line} and {column} in it (default: LUTRIN_EDITOR).",
            valueName: "editor"))
    var editor: String?

    static func main() async {
        await runAsProgram()
    }

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535") }
        if let name = editor ?? Self.usualEditor, EditorLink(name, project: "") == nil {
            throw ValidationError(
                "\(editor == nil ? "LUTRIN_EDITOR" : "--editor") takes \(EditorLink.names.joined(separator: ", ")), or an address with {path} in it: “\(name)” is neither"
            )
        }
    }

    func run() async throws {
        endAtOnce()
        guard let folder = try project.absoluteFolder() else { throw Failure.environment("the project’s folder has gone") }
        let log = PreviewLog(opens: open)
        do {
            try await Preview(project: folder, options: options(folder), report: log.tell).run()
        } catch let error as Preview.Failure {
            throw Failure.environment("\(error)")
        } catch let error as EnvironmentError {
            throw Failure.environment("\(error)")
        }
    }

    private func options(_ folder: String) -> Preview.Options {
        var options = Preview.Options()
        options.host = host
        options.port = port
        options.isFollowed = follow
        options.looksAtFiles = poll
        options.editor = (editor ?? Self.usualEditor).flatMap { EditorLink($0, project: folder) }
        options.builder.includesDrafts = drafts.areTaken
        options.builder.defersArchives = true
        options.builder.jobs = min(Processors.count, Processors.most)
        options.builder.runner = OutsideProgram.run
        return options
    }

    /// Where none is named on the command line.
    private static var usualEditor: String? { Terminal.environment("LUTRIN_EDITOR").flatMap { $0.isEmpty ? nil : $0 } }

    /// Nothing is half done at any moment, since nothing is written: the end needs no preparation, and waits for nothing.
    private func endAtOnce() {
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in _exit(0) } }
    }
}
