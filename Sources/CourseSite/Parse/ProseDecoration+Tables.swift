import CommonMark
import Diagnostics
import HTMLBytes

/// Tables and their captions.
extension ProseDecoration {
    /// A paragraph that may be the caption of the table that follows; it is then written in the table.
    mutating func enterCaption(_ paragraph: Markup.Node, _ opening: CaptionOpening) -> HTMLEntering {
        // A quiz may take the table for its answers.
        guard opening.word.elementsEqual(settings.captionWord), !exercises.isInQuiz else { return .standard }
        let isEmpty = opening.rest.isEmpty && paragraph.subtree.count { _ in true } == 2
        guard paragraph.isAboveTable, !isEmpty else {
            let word = String(decoding: settings.captionWord, as: UTF8.self)
            issues.append(DocumentIssue(.node(paragraph.ordinal), isEmpty ? .emptyCaption(word) : .captionWithoutTable(word)))
            return .standard
        }
        caption = paragraph
        return .skipped
    }

    mutating func enterTable(into html: inout [UInt8]) -> HTMLEntering {
        tableCount += 1
        let values = ElementValues(number: tableCount, counter: .table)
        begin(layouts.table(hasCaption: caption != nil), values, upTo: .content, into: &html)
        html.append(contentsOf: "<table>\n".utf8)
        if let paragraph = caption, let opening = paragraph.captionOpening {
            caption = nil
            begin(layouts.tableCaption, values, upTo: .content, into: &html)
            html.appendEscaped(opening.rest)
            format(Array(paragraph.children.dropFirst()), isOnlyInside: false, into: &html)
            end(into: &html)
        }
        return .replaced
    }

    mutating func leaveTable(_ node: Markup.Node, into html: inout [UInt8]) {
        let hasBody = node.children.dropFirst().contains { _ in true }
        html.append(contentsOf: (hasBody ? "</tbody>\n</table>\n" : "</table>\n").utf8)
        end(into: &html)
    }
}

extension Diagnostic {
    fileprivate static func captionWithoutTable(_ word: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.captionWithoutTable, "there is no table below this caption", at: nil,
            help: "put the paragraph directly above its table; where none is meant, begin with another word than “\(word):”")
    }

    fileprivate static func emptyCaption(_ word: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.captionWithoutTable, "the caption says nothing", at: nil,
            help: "say behind “\(word):” what the table tells, or take the line out")
    }
}
