/// The links of a text to terms of the glossary.
struct TermLinks: Sendable {
    struct Mention: Sendable {
        /// The term's, in the glossary.
        let anchor: String
        /// Which of the text's terms it is, from 1; `nil` where the text names the term in headings only, where no definition can stand.
        let number: Int?
        /// Whether the definition stands here: anywhere but in a heading.
        let isDefined: Bool
        /// Whether it is the first of the text's links to the term at which the definition stands: the one whose definition is read to who cannot see.
        let isFirst: Bool

        /// The same where the page has had it before.
        var further: Mention { Mention(anchor: anchor, number: number, isDefined: isDefined, isFirst: false) }
    }

    static let none = TermLinks(byLink: [:], anchors: [])

    /// By the link's place in the prose.
    let byLink: [Int: Mention]
    /// Each once.
    let anchors: [String]

    private init(byLink: [Int: Mention], anchors: [String]) {
        self.byLink = byLink
        self.anchors = anchors
    }

    /// - Parameters:
    ///   - targets: where the links of the prose lead.
    ///   - glossary: `nil` where the course has none.
    init(in prose: Prose, _ targets: [LinkTarget], glossary: PageNumber?) {
        var terms = [(link: Int, anchor: String)]()
        if let glossary {
            for (index, target) in targets.enumerated() {
                if case .page(glossary, let anchor?) = target { terms.append((index, anchor)) }
            }
        }
        guard !terms.isEmpty else {
            self = .none
            return
        }
        let inHeadings = Self.linksInHeadings(of: prose)
        var numbers = [String: Int]()
        let first = Set(
            terms.compactMap { link, anchor -> Int? in
                guard !inHeadings.contains(link), numbers[anchor] == nil else { return nil }
                numbers[anchor] = numbers.count + 1
                return link
            })
        var seen = Set<String>()
        anchors = terms.compactMap { seen.insert($0.anchor).inserted ? $0.anchor : nil }
        byLink = Dictionary(
            uniqueKeysWithValues: terms.map { link, anchor in
                let isDefined = !inHeadings.contains(link)
                return (link, Mention(anchor: anchor, number: numbers[anchor], isDefined: isDefined, isFirst: first.contains(link)))
            })
    }

    private static func linksInHeadings(of prose: Prose) -> Set<Int> {
        var links = Set<Int>()
        var heading = 0
        for gap in prose.gaps {
            guard case .linkStart(let link) = gap.content else { continue }
            while heading < prose.headings.count, prose.headings[heading].html.upperBound <= gap.offset { heading += 1 }
            if heading < prose.headings.count, prose.headings[heading].html.contains(gap.offset) { links.insert(link) }
        }
        return links
    }
}
