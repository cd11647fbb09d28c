import CommonMark
import Diagnostics

/// Tables whose header has no text in any of its cells.
enum TableWithoutHeader: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        page.markup.root.subtree.compactMap { node in
            guard case .tableRow(isHeader: true) = node.kind,
                node.children.allSatisfy({ $0.plainText.allSatisfy(\.isWhitespace) })
            else { return nil }
            return Finding(.text(node.range), .noHeader)
        }
    }
}

extension Diagnostic {
    fileprivate static var noHeader: Diagnostic {
        Diagnostic(
            .warning, Rule.tableWithoutHeader, "the header of the table is empty", at: nil,
            help: "say in each cell what is in its column; if that cannot be said, a list may be what is meant")
    }
}
