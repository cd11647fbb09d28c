import CommonMark
import Diagnostics

/// Links whose text is an address. A name such as `example.org`, and a mail address, can be read, and are left alone.
enum BareLink: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        page.links.compactMap { link in
            let words = link.words.lowercased()
            let isAddress = ["http://", "https://", "ftp://", "www.", "//"].contains { words.hasPrefix($0) }
            guard isAddress, !words.contains(where: \.isWhitespace) else { return nil }
            // An address alone has its text nowhere but in itself.
            let isAlone = link.node.insideRange.count >= link.node.range.count
            return Finding(.text(isAlone ? link.node.range : link.node.insideRange), .bareLink(link.words, to: link.destination))
        }
    }
}

extension Diagnostic {
    fileprivate static func bareLink(_ address: String, to destination: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.bareLink, "the text of the link is an address, “\(address)”", at: nil,
            help: "name what is there: [the name of the page](\(destination)); a screen reader spells an address out")
    }
}
