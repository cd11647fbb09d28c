import ArgumentParser
import Console
import CourseSite

/// `lutrin new`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a page in every language, ready to be written.",
        discussion: """
            The file is made in the folder of each locale, with the front matter that it needs, as a draft: it becomes part of the site when \
            “draft: true” is taken out. A file that is there already is left as it is.

              lutrin new module module-6              content/*/module-6/index.md
              lutrin new session module-6/01-finance  content/*/module-6/01-finance.md
              lutrin new page about                   content/*/about.md
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case module, session, page
    }

    @OptionGroup var project: ProjectOptions

    @Argument(help: "What to make.")
    var kind: Kind

    @Argument(help: "Its path in the folder of a locale, with or without “.md”: the name becomes the address.")
    var path: String

    @Option(name: .long, help: "Its title (default: made from the name).")
    var title: String?

    func run() throws {
        do {
            let scaffold = try ContentScaffold(project: try project.folder())
            let kind: ContentScaffold.Kind =
                switch kind {
                case .module: .module
                case .session: .session
                case .page: .page
                }
            let made = try scaffold.make(kind, at: path, title: title)
            for file in made.created { Terminal.write("made \(file)") }
            for file in made.existing { Terminal.write("left \(file) as it is") }
        } catch let error as ContentScaffold.Refusal {
            throw Failure.wrongUse(error.description)
        } catch let error as EnvironmentError {
            throw Failure.environment(error.description)
        }
    }
}
