import ArgumentParser
import Console
import CourseSite
import Diagnostics
import Glibc

/// `lutrin explain`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell why something is wrong, with an example and the same put right.",
        discussion: """
            Each diagnostic has a code, the word after “error:” or “warning:”. Without a code, all of them are listed.

              lutrin explain broken-link
              lutrin explain
            """)

    @Argument(help: "The code of a diagnostic.", completion: .list(RuleBook.explanations.map(\.code)))
    var code: String?

    func run() throws {
        let renderer = ExplanationRenderer(colour: Terminal.usesColour(STDOUT_FILENO), width: Terminal.width(STDOUT_FILENO) ?? 80)
        guard let code else {
            Terminal.write(renderer.list(RuleBook.explanations))
            return
        }
        guard let explanation = RuleBook.explanation(of: code) else {
            let remedy = RuleBook.nearestCode(to: code).map { "did you mean “\($0)”?" } ?? "“lutrin explain” lists all codes"
            throw Failure.wrongUse("there is no code “\(code)”: \(remedy)")
        }
        Terminal.write(renderer.render(explanation))
    }
}
