import CommonMark

/// A term of the glossary: a heading of the second level and what stands below it, up to the next.
struct GlossaryTerm: Sendable {
    /// Its place among the headings of the text.
    let heading: Int
    /// Heading and text in the prose's HTML: nothing but whole elements.
    let html: Range<Int>
    /// The first paragraph as HTML without an element in it: what is said beside a link to the term. Nothing where there is no paragraph.
    let definition: [UInt8]

    /// All terms of a text, in its order. Headings in a quote or a list are none.
    static func all(in prose: Prose, of markup: Markup) -> [GlossaryTerm] {
        let nodes = Set(
            markup.root.children.compactMap { node -> Int? in
                if case .heading(level: 1...2) = node.kind { node.ordinal } else { nil }
            })
        let starts = prose.headings.indices.filter { nodes.contains(prose.headings[$0].node) }
        let end = prose.notes ?? prose.html.count
        return starts.enumerated().compactMap { position, index in
            let heading = prose.headings[index]
            guard heading.level == 2 else { return nil }
            let html = heading.html.lowerBound..<(position + 1 < starts.count ? prose.headings[starts[position + 1]].html.lowerBound : end)
            return GlossaryTerm(heading: index, html: html, definition: prose.firstParagraph(in: heading.html.upperBound..<html.upperBound))
        }
    }
}

extension PageKey {
    /// Whether it is the glossary: a page of its own that is called so.
    var isGlossary: Bool { string == Self.glossary }

    static let glossary = "glossary.md"
}

extension Prose {
    /// The text of the first paragraph, escaped as it is in the HTML.
    fileprivate func firstParagraph(in range: Range<Int>) -> [UInt8] {
        guard let start = html[range].firstRange(of: Array("<p>".utf8))?.upperBound else { return [] }
        let end = html[start..<range.upperBound].firstRange(of: Array("</p>".utf8))?.lowerBound ?? range.upperBound
        // An author's link has its “<a” in a gap: one that stands here leads to a note, whose number is not part of what is said.
        let linkStarts = Set(gaps.lazy.filter { if case .linkStart = $0.content { true } else { false } }.map(\.offset))
        var text = [UInt8]()
        var isInTag = false
        var isInReference = false
        for index in start..<end {
            if linkStarts.contains(index) { isInTag = true }
            switch html[index] {
            case UInt8(ascii: "<"):
                isInTag = true
                if html[index...].starts(with: "<a ".utf8) { isInReference = true }
                if html[index...].starts(with: "</a>".utf8) { isInReference = false }
            case UInt8(ascii: ">"): isInTag = false
            case _ where isInTag || isInReference: break
            case UInt8(ascii: "\n"): text.append(UInt8(ascii: " "))
            case let byte: text.append(byte)
            }
        }
        return text
    }
}
