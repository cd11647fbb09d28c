public import ArgumentParser
import Console
public import CourseSite

extension AuthoringSchema: ExpressibleByArgument {}

/// `lutrin schema`
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a JSON Schema of the settings, for editors.",
        discussion: """
            An editor with a YAML language server completes keys by it, and marks those that there are not.

              lutrin schema site > site.schema.json
              lutrin schema front-matter
            """)

    @Argument(help: "Of what: site.yml, or the front matter of pages.")
    var kind: AuthoringSchema

    func run() {
        Terminal.write(kind.json)
    }
}
