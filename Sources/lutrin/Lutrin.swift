import ArgumentParser
import Console

/// The command line: one file for each verb.
@main
struct Lutrin: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lutrin",
        abstract: "Turns a course written in Markdown, in several languages, into a static site.",
        discussion: """
            A project is a folder with site.yml, content/ and themes/. Lutrin finds it from any folder inside it.

              lutrin build              makes the site, in site/
              lutrin serve              shows the site while it is written, and writes nothing
              lutrin check              says what is wrong, and writes nothing
              lutrin explain CODE       tells why something is wrong, with an example
              lutrin schema site        prints what an editor can check site.yml by
              lutrin new session core/06-evaluation
                                        makes a page in every language, ready to be written

            Exit status: 0 done, 1 the content has errors, 2 wrong use, 3 the machine failed.
            """,
        version: version,
        subcommands: [Build.self, Check.self, Explain.self, New.self, Schema.self, Serve.self])

    static func main() {
        runAsProgram()
    }
}
