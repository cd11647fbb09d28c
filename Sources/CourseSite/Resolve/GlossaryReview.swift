import Diagnostics

/// What is wrong with the terms of a glossary.
///
/// Two definitions of one term are a mistake that a build tells. What a glossary still lacks, or what is not used yet, is for whoever looks a
/// course over: while it is being written that is so on most days, and a build that has something to say does all of its work anew.
struct GlossaryReview {
    let course: Course

    /// By the index of the document.
    var issues: [(document: Int, issue: DocumentIssue)] {
        guard let glossary = course.glossary else { return [] }
        let texts = course.texts.indices.filter { course.texts[$0].document.file.key.isGlossary }
        let used = Set(course.texts.flatMap(\.terms.anchors))
        var seen = Set<String>()
        var issues = [(document: Int, issue: DocumentIssue)]()
        for text in texts {
            for (heading, anchor) in terms(of: text) where seen.insert(anchor).inserted && !used.contains(anchor) {
                issues.append((text, DocumentIssue(.node(heading.node), .unused(heading.text, "\(PageKey.glossary)#\(anchor)"))))
            }
        }
        guard let source = course.editions.first?.page(glossary.page)?.text, texts.contains(source) else { return issues }
        for text in texts where text != source {
            let translated = Set(terms(of: text).map(\.anchor))
            for (heading, anchor) in terms(of: source) where !translated.contains(anchor) {
                let path = course.texts[text].document.file.path.string
                issues.append((source, DocumentIssue(.node(heading.node), .missing(heading.text, anchor, in: path))))
            }
        }
        return issues
    }

    private func terms(of text: Int) -> [(heading: Heading, anchor: String)] {
        let text = course.texts[text]
        return text.document.terms.map { (text.document.prose.headings[$0.heading], text.anchors.ofHeadings[$0.heading]) }
    }

    /// Terms that a glossary explains a second time. Two equal ids are told with those of all headings.
    static func duplicates(in document: Document) -> [DocumentIssue] {
        var ids = [String: String?]()
        return document.terms.compactMap { term in
            let heading = document.prose.headings[term.heading]
            let title = heading.text.lowercased()
            guard let first = ids.updateValue(heading.explicitID, forKey: title) else { return nil }
            ids[title] = first
            if let id = heading.explicitID, id == first { return nil }
            return DocumentIssue(.node(heading.node), .duplicate(heading.text))
        }
    }
}

extension Diagnostic {
    fileprivate static func unused(_ term: String, _ address: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.unusedTerm, "no page links to the term “\(term)”", at: nil,
            help: "link to “\(address)” where the course first uses it, or take the term out")
    }

    fileprivate static func missing(_ term: String, _ anchor: String, in path: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.missingTerm, "“\(path)” does not have the term “\(term)”", at: nil,
            help: "add “## … {#\(anchor)}” to it; a term that is there already needs the same id in every locale")
    }

    fileprivate static func duplicate(_ term: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.duplicateTerm, "the glossary explains “\(term)” a second time", at: nil,
            help: "put both into one, or say in the heading what tells them apart")
    }
}
