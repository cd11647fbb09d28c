import CommonMark
import Diagnostics
import HTMLBytes

/// `<!-- lutrin: allow CODE: reason -->`: an author's word that something is meant as it is. It excuses the block that follows, and
/// everything inside it.
struct Excuse {
    enum Meaning {
        /// The code is as it is written, whether or not there is such a one.
        case allow(code: String, hasReason: Bool)
        /// What follows `lutrin:` is nothing that Lutrin knows.
        case unknown(String)
    }

    let meaning: Meaning
    /// Of the whole comment.
    let range: Range<Int>
    /// What it excuses.
    let extent: Range<Int>

    /// All of a text, in reading order.
    /// - Parameter markup: with recovered positions.
    static func all(in markup: Markup) -> [Excuse] {
        markup.root.subtree.flatMap { container -> [Excuse] in
            switch container.kind {
            case .document, .blockQuote, .item, .footnoteDefinition: excuses(in: container, end: markup.source.count)
            default: []
            }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether a text can have any: to look for a word is quicker than to parse.
    static func mayBe(in bytes: [UInt8]) -> Bool {
        bytes.range(of: "lutrin:".utf8) != nil
    }

    /// Those that stand directly in a container.
    private static func excuses(in container: Markup.Node, end: Int) -> [Excuse] {
        // Footnotes are the last in the tree, wherever they are written.
        let blocks = container.children.sorted { $0.range.lowerBound < $1.range.lowerBound }
        // Behind the last block there may still be footnotes that are in no tree.
        var extentEnd = container.kind == .document ? end : 0
        var excuses = [Excuse]()
        for block in blocks.reversed() {
            guard let comment = block.comment else {
                extentEnd = block.range.upperBound
                continue
            }
            guard let meaning = Meaning(comment) else { continue }
            let start = block.range.upperBound
            excuses.append(Excuse(meaning: meaning, range: block.range, extent: start..<max(start, extentEnd)))
        }
        return excuses
    }
}

extension Excuse.Meaning {
    /// - Parameter comment: what stands between `<!--` and `-->`; `nil` where that is not for Lutrin.
    init?(_ comment: Markup.Bytes) {
        let prefix = "lutrin:"
        let text = String(decoding: comment, as: UTF8.self)
        guard text.hasPrefix(prefix) else { return nil }
        let words = String(text.dropFirst(prefix.count)).trimmed
        let order = words.prefix { !$0.isWhitespace }
        let rest = String(words.dropFirst(order.count)).trimmed
        let code = rest.prefix { $0 != ":" && !$0.isWhitespace }
        guard order == "allow", !code.isEmpty else {
            self = .unknown(words)
            return
        }
        let reason = String(rest.dropFirst(code.count)).trimmed
        self = .allow(code: String(code), hasReason: reason.hasPrefix(":") && reason.count > 1)
    }
}
