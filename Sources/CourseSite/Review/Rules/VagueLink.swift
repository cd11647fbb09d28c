import CommonMark
import Diagnostics

/// Links whose text does not say where they lead, or that have none.
enum VagueLink: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        let vague = VagueTexts.of(page.language)
        return page.links.compactMap { link in
            if link.words.isEmpty { return Finding(.text(link.node.range), .emptyLink(link.destination)) }
            guard vague.contains(link.words.comparable) else { return nil }
            return Finding(.text(link.node.insideRange), .vagueLink(link.words))
        }
    }
}

extension String {
    /// Without case, without what stands around the words, and with plain spaces: “Lire la suite …” is `lire la suite`.
    var comparable: String {
        var words = [Substring]()
        for word in lowercased().split(whereSeparator: \.isWhitespace) {
            guard let first = word.firstIndex(where: { $0.isLetter || $0.isNumber }),
                let last = word.lastIndex(where: { $0.isLetter || $0.isNumber })
            else { continue }
            words.append(word[first...last])
        }
        return words.joined(separator: " ").replacing("’", with: "'")
    }
}

extension Diagnostic {
    fileprivate static func vagueLink(_ words: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.vagueLink, "“\(words)” does not say where the link leads", at: nil,
            help: "name what is there: screen readers list links without the sentence around them")
    }

    fileprivate static func emptyLink(_ destination: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.vagueLink, "the link to “\(destination)” has no text", at: nil, help: "say between the brackets what is there")
    }
}
