import CommonMark
import Diagnostics

/// Levels of headings that leave one out. The title is of level one, so what comes below it begins with level two.
enum HeadingJump: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        let title = page.title
        var above = 1
        var findings = [Finding]()
        for node in page.markup.root.subtree {
            guard case .heading(let level) = node.kind, node != title else { continue }
            if level == 1 {
                findings.append(Finding(.text(node.range), .secondTitle))
            } else if level > above + 1 {
                findings.append(Finding(.text(node.range), .jump(from: above, to: level)))
            }
            above = level
        }
        return findings
    }
}

extension Diagnostic {
    private static func marks(_ level: Int) -> String { String(repeating: "#", count: level) }

    fileprivate static func jump(from above: Int, to level: Int) -> Diagnostic {
        let before = above == 1 ? "below the title" : "below a heading of level \(above)"
        return Diagnostic(
            .warning, Rule.headingJump, "a heading of level \(level) stands \(before)", at: nil,
            help: "make it “\(marks(above + 1))”: who reads by headings looks for the level that is left out")
    }

    fileprivate static var secondTitle: Diagnostic {
        Diagnostic(
            .warning, Rule.headingJump, "a heading of level 1 stands beside the page's title", at: nil,
            help: "make it “##”; or, if it is the title, take “title:” out of the front matter")
    }
}
