import CommonMark
import Diagnostics

/// Links of a page that have the same text and lead to different places. What says nothing at all is another rule's matter.
enum SameTextLinks: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        let vague = VagueTexts.of(page.language)
        var first = [String: (target: String, destination: String)]()
        return page.links.compactMap { link in
            let words = link.words.comparable
            guard !words.isEmpty, !vague.contains(words), let target = link.target?.identity else { return nil }
            guard let known = first[words] else {
                first[words] = (target, link.destination)
                return nil
            }
            return known.target == target ? nil : Finding(.text(link.node.insideRange), .sameText(link.words, as: known.destination))
        }
    }
}

extension LinkTarget {
    /// The same for two links that lead to the same place, however they are written; `nil` where nobody knows.
    fileprivate var identity: String? {
        switch self {
        case .external(let address): address
        case .page(let number, let fragment): "\(number.value)#\(fragment ?? "")"
        case .edition(let number, let locale, let fragment): "\(number.value) \(locale)#\(fragment ?? "")"
        case .file(let file, let suffix): "\(file.locale)/\(file.key)\(suffix)"
        case .fragment(let fragment): "#\(fragment)"
        case .broken: nil
        }
    }
}

extension Diagnostic {
    fileprivate static func sameText(_ words: String, as destination: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.sameTextLinks, "another link of the page has the text “\(words)” and leads elsewhere", at: nil,
            notes: ["the first leads to “\(destination)”"], help: "say in the text of each what only this one leads to")
    }
}
