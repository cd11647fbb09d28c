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
        let linkStarts = Set(prose.gaps.lazy.filter { if case .linkStart = $0.content { true } else { false } }.map(\.offset))
        return starts.enumerated().compactMap { position, index in
            let heading = prose.headings[index]
            guard heading.level == 2 else { return nil }
            let html = heading.html.lowerBound..<(position + 1 < starts.count ? prose.headings[starts[position + 1]].html.lowerBound : end)
            let definition = prose.firstParagraph(in: heading.html.upperBound..<html.upperBound, linkStarts: linkStarts)
            return GlossaryTerm(heading: index, html: html, definition: definition)
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
    /// - Parameter linkStarts: where authors' links begin, whose “<a” is in a gap: one that stands in the HTML leads to a note, whose number is
    ///   not part of what is said.
    fileprivate func firstParagraph(in range: Range<Int>, linkStarts: Set<Int>) -> [UInt8] {
        func has(_ tag: StaticString, at index: Int) -> Bool {
            tag.withUTF8Buffer { html[index..<range.upperBound].starts(with: $0) }
        }
        guard let start = range.first(where: { has("<p>", at: $0) }).map({ $0 + 3 }) else { return [] }
        var text = [UInt8]()
        var isInTag = false
        var isInReference = false
        for index in start..<range.upperBound {
            if linkStarts.contains(index) { isInTag = true }
            switch html[index] {
            case UInt8(ascii: "<"):
                if has("</p>", at: index) { return text }
                isInTag = true
                if has("<a ", at: index) { isInReference = true }
                if has("</a>", at: index) { isInReference = false }
            case UInt8(ascii: ">"): isInTag = false
            case _ where isInTag || isInReference: break
            case UInt8(ascii: "\n"): text.append(UInt8(ascii: " "))
            case let byte: text.append(byte)
            }
        }
        return text
    }
}
