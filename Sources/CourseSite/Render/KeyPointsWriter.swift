import HTMLBytes

/// Writes the key points of several texts on one page: links lead from there, what is numbered is numbered anew, and no two ids are the same.
struct KeyPointsWriter {
    /// A session whose key points stand on the page.
    private struct Source {
        let filler: ProseFiller
        let points: KeyPoints
        /// Of the numbers in its text, those on the page.
        var numbers: [ElementNumber: Int] = [:]
    }

    private struct ElementNumber: Hashable {
        let counter: ElementCounter
        let number: Int
    }

    private struct Note: Hashable {
        /// The index of the session among the sources.
        let source: Int
        let number: Int
    }

    private struct Term: Hashable {
        let anchor: String
        /// The index of the locale in whose language the text is.
        let locale: Int
    }

    private let renderer: PageRenderer
    private let page: Page
    private let edition: Edition
    private var sources: [Source] = []
    private var counts: [ElementCounter: Int] = [:]
    /// In the order in which the page refers to them.
    private var notes: [Note] = []
    private var references: [Note: (number: Int, occurrences: Int)] = [:]
    private var terms: [Term: Int] = [:]
    /// Whether some of what was written is code with colours.
    private(set) var hasHighlightedCode = false

    init(_ renderer: PageRenderer, page: Page, edition: Edition) {
        self.renderer = renderer
        self.page = page
        self.edition = edition
    }

    /// The blocks of a session, in order: title and content.
    mutating func blocks(of session: Page) -> [(title: [UInt8], content: [UInt8])] {
        let text = renderer.course.texts[session.text]
        guard let points = text.document.prose.keyPoints else { return [] }
        let index = sources.count
        let shown = text.shown(beside: index, onPageOtherThan: session.number)
        let filler = ProseFiller(
            links: renderer.links, text: shown, page: session.shown(at: page), edition: edition, terms: renderer.termWriter(shown),
            players: renderer.playerWriter(shown))
        sources.append(Source(filler: filler, points: points))
        return points.blocks.map { block in
            var title = [UInt8]()
            var content = [UInt8]()
            if let range = block.title { write(range, of: index, note: nil, into: &title) }
            write(block.content, of: index, note: nil, into: &content)
            return (title, content)
        }
    }

    /// The notes to which the blocks refer, by the theme's layout; nothing where there are none.
    mutating func notesOfAll() -> [UInt8] {
        var items = [UInt8]()
        var index = 0
        // A note may refer to another one.
        while index < notes.count {
            let note = notes[index]
            index += 1
            guard let range = sources[note.source].points.notes[note.number] else { continue }
            let lang = renderer.course.foreignLanguage(of: sources[note.source].filler.page, in: edition)
            items.append(contentsOf: "<li id=\"l-note-\(index)\"\(lang.map { " lang=\"\($0)\"" } ?? "")>\n".utf8)
            write(range, of: note.source, note: note, into: &items)
            items.append(contentsOf: "</li>\n".utf8)
        }
        guard !notes.isEmpty else { return [] }
        var html = [UInt8]()
        renderer.theme.locales[edition.index].prose.footnotes.write(into: &html) { mark, html in
            if mark == .content { html.append(contentsOf: items) }
        }
        return html
    }

    /// - Parameter note: whose text it is; `nil` for a block.
    private mutating func write(_ range: Range<Int>, of source: Int, note: Note?, into output: inout [UInt8]) {
        let filler = sources[source].filler
        let passages = sources[source].points.passages
        var cursor = ProseCursor(filler, from: range.lowerBound)
        var next = passages.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
        while next < passages.count, passages[next].range.upperBound <= range.upperBound {
            let passage = passages[next]
            next += 1
            cursor.copy(upTo: passage.range.lowerBound, into: &output) { link, _ in termElement(of: link, filler) }
            write(passage, of: source, note: note, into: &output)
            cursor.skip(to: passage.range.upperBound)
        }
        cursor.copy(upTo: range.upperBound, into: &output) { link, _ in termElement(of: link, filler) }
        hasHighlightedCode = hasHighlightedCode || cursor.hasHighlightedCode
    }

    private mutating func write(_ passage: KeyPoints.Passage, of source: Int, note: Note?, into output: inout [UInt8]) {
        switch passage.content {
        case .number(let counter, let number):
            let own = ElementNumber(counter: counter, number: number)
            let onPage = sources[source].numbers[own] ?? (counts[counter, default: 0] + 1)
            if sources[source].numbers.updateValue(onPage, forKey: own) == nil { counts[counter] = onPage }
            output.append(contentsOf: String(onPage).utf8)
        case .reference(let number):
            let target = Note(source: source, number: number)
            guard sources[source].points.notes[number] != nil else { return }
            if references[target] == nil { notes.append(target) }
            let known = references[target] ?? (notes.count, 0)
            references[target] = (known.number, known.occurrences + 1)
            let shell = layouts(of: source).footnoteReference(isFirst: known.occurrences == 0)
            shell.write(number: known.number, occurrence: known.occurrences + 1, into: &output)
        case .backLinks:
            guard let note, let reference = references[note] else { return }
            for occurrence in 1...max(1, reference.occurrences) {
                let shell = layouts(of: source).footnoteBack(isFirst: occurrence == 1)
                shell.write(number: reference.number, occurrence: occurrence, into: &output)
            }
        case .exercise: return
        }
    }

    /// A text speaks its own language.
    private func layouts(of source: Int) -> ProseLayouts {
        renderer.theme.locales[sources[source].filler.text.document.locale].prose
    }

    /// A link to a term, as it stands on this page.
    private mutating func termElement(of link: Int, _ filler: ProseFiller) -> (start: [UInt8], end: [UInt8])? {
        guard let writer = filler.terms, let mention = filler.text.terms.byLink[link] else { return nil }
        let term = Term(anchor: mention.anchor, locale: filler.text.document.locale)
        let known = terms[term]
        if known == nil, mention.isDefined { terms[term] = terms.count + 1 }
        let shown = TermLinks.Mention(
            anchor: mention.anchor, number: terms[term], isDefined: mention.isDefined, isFirst: mention.isDefined && known == nil)
        return writer.element(of: link, as: shown, from: filler.page, in: edition)
    }
}

extension Page {
    /// The page as if it lay where another one does: its text speaks of itself, and links from there.
    fileprivate func shown(at other: Page) -> Page {
        Page(
            number: number, isGlossary: isGlossary, text: text, isFallback: isFallback, path: other.path, permalink: other.permalink,
            place: place,
            duration: duration, isOptional: isOptional)
    }
}

extension PageText {
    /// The text as it stands on another page than its own, beside others: what it says of itself leads there, and its headings have anchors that no other has.
    fileprivate func shown(beside index: Int, onPageOtherThan page: PageNumber) -> PageText {
        let links = links.map { target in
            guard case .fragment(let fragment) = target else { return target }
            return LinkTarget.page(page, fragment: fragment.isEmpty ? nil : fragment)
        }
        let anchors = Anchors(ofHeadings: anchors.ofHeadings.map { "l-\(index + 1)-\($0)" }, ofExercises: anchors.ofExercises)
        return PageText(
            document: document, anchors: anchors, links: links, images: images, imageSizes: imageSizes, captions: captions,
            downloads: downloads,
            terms: terms)
    }
}

extension ElementShell {
    /// Writes a reference to a note, or a way back.
    fileprivate func write(number: Int, occurrence: Int, into html: inout [UInt8]) {
        write(into: &html) { mark, html in
            switch mark {
            case .number: html.append(contentsOf: String(number).utf8)
            case .occurrence: html.append(contentsOf: String(occurrence).utf8)
            case .suffix: html.append(contentsOf: "-\(occurrence)".utf8)
            default: break
            }
        }
    }
}
