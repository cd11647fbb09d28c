import HTMLBytes

/// Copies the library's tree into the arrays of a `Markup`, in one pass and without recursion.
struct TreeBuilder: ~Copyable {
    private(set) var refusal: MarkupRefusal?

    // Grow to the size of the largest page, and are then copied out at their exact size.
    private var nodes = Buffer<RawNode>(capacity: 1_024)
    private var text = Buffer<UInt8>(capacity: 16_384)
    private var open = Buffer<Int>(capacity: 128)
    private var destinations: [Int: Range<Int>] = [:]

    private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var lines: SourceLines?
    private var depth = 0
    private var recovers = false
    private var inlines: InlineCursor?
    private var row: BlockPlace.Row?
    private var footnotes: Int32 = 0

    mutating func reset(source: UnsafeBufferPointer<UInt8>, lines: SourceLines, depth: Int, recovers: Bool) {
        refusal = nil
        nodes.removeAll()
        text.removeAll()
        open.removeAll()
        destinations.removeAll()
        self.source = source
        self.lines = lines
        self.depth = depth
        self.recovers = recovers
        inlines = nil
        row = nil
        footnotes = 0
    }

    mutating func finish(source: [UInt8], definitions: [Markup.Definition]) -> Markup.Storage {
        self.source = UnsafeBufferPointer(start: nil, count: 0)
        lines = nil
        inlines = nil
        row = nil
        return Markup.Storage(
            source: source, nodes: Array(nodes.elements), text: Array(text.elements), destinations: destinations, definitions: definitions)
    }

    // MARK: - The walk

    mutating func build(_ document: CMarkNode, syntax: CourseSyntax, cmark: CMark) {
        guard let lines else { return }
        var current = document
        while true {
            let tag = current.tag
            if enters(current, tag) {
                let index = nodes.count
                append(current, tag, syntax: syntax, lines: lines, cmark: cmark)
                if let child = current.firstChild {
                    open.append(index)
                    guard open.count <= depth else {
                        refusal = MarkupRefusal(reason: .nestedTooDeeply(limit: depth), range: nodes[index].range.range)
                        return
                    }
                    current = child
                    continue
                }
                close(index, current)
            }
            while current.next == nil {
                guard let index = open.popLast(), let parent = current.parent else { return }
                close(index, parent)
                current = parent
            }
            guard current != document, let next = current.next else { return }
            current = next
        }
    }

    private func enters(_ node: CMarkNode, _ tag: RawNode.Tag) -> Bool {
        switch tag {
        case .text: !node.literal.isEmpty
        case .paragraph: !CourseSyntax.Mark(rawValue: node.mark).isNothing
        // The library leaves those that are not referred to, or doubled, where they stood.
        case .footnoteDefinition: node.footnoteReferences > 0
        default: true
        }
    }

    private mutating func append(_ node: CMarkNode, _ tag: RawNode.Tag, syntax: CourseSyntax, lines: SourceLines, cmark: CMark) {
        var raw = RawNode(tag: tag)
        switch raw.tag {
        case .text, .htmlInline, .code, .htmlBlock: raw.text = copy(node.literal)
        case .codeBlock:
            raw.text = copy(node.codeLiteral)
            raw.extra = copy(node.info)
        case .link, .image:
            raw.text = copy(node.destination)
            raw.extra = copy(node.title)
        case .heading:
            raw.detail = UInt8(truncatingIfNeeded: node.level)
            if let heading = CourseSyntax.Mark(rawValue: node.mark).heading {
                raw.text = syntax.headings[heading].id.withUnsafeBufferPointer { copy($0) }
            }
        case .paragraph: describe(paragraph: node, &raw)
        case .list:
            if node.isOrdered { raw.detail |= RawNode.Detail.ordered.rawValue }
            if node.isTight { raw.detail |= RawNode.Detail.tight.rawValue }
            if node.hasParenthesis { raw.detail |= RawNode.Detail.parenthesis.rawValue }
            raw.extra.start = Int32(truncatingIfNeeded: node.listStart)
        case .item: describe(task: node, &raw)
        case .table: raw.text = copy(node.alignments)
        case .tableRow: if node.isHeaderRow { raw.detail = RawNode.Detail.header.rawValue }
        case .footnoteReference:
            raw.text = copy(node.footnoteDefinition?.literal ?? node.literal)
            raw.extra = .init(start: number(node.literal), end: Int32(truncatingIfNeeded: node.footnoteOccurrence))
        case .footnoteDefinition:
            footnotes += 1
            raw.text = copy(node.literal)
            raw.extra = .init(start: footnotes, end: Int32(truncatingIfNeeded: node.footnoteReferences))
        case .document, .blockQuote, .alertMarker, .thematicBreak, .tableCell, .softBreak, .lineBreak, .emphasis, .strong,
            .strikethrough:
            break
        }
        locate(node, &raw, syntax: syntax, lines: lines, cmark: cmark)
        nodes.append(raw)
    }

    private func describe(paragraph node: CMarkNode, _ raw: inout RawNode) {
        if CourseSyntax.Mark(rawValue: node.mark).alert != nil {
            raw.tag = .alertMarker
            return
        }
        if let child = node.firstChild {
            if child.tag == .image, child.next == nil { raw.detail |= RawNode.Detail.onlyImage.rawValue }
            if child.tag == .text, CaptionOpening.isPossible(in: child.literal) {
                raw.detail |= RawNode.Detail.mayBeCaption.rawValue
                var next = node.next
                while let block = next, block.tag == .htmlBlock, block.literal.starts(with: "<!--".utf8) { next = block.next }
                if next?.tag == .table { raw.detail |= RawNode.Detail.aboveTable.rawValue }
            }
        }
        // Two above is the list: the library asks the same, so that a block quote in an item is not tight.
        if let above = open.last, nodes[above].tag == .item, open.count >= 2, nodes[open[open.count - 2]].has(.tight) {
            raw.detail |= RawNode.Detail.tight.rawValue
        }
    }

    private func describe(task node: CMarkNode, _ raw: inout RawNode) {
        let mark = CourseSyntax.Mark(rawValue: node.mark)
        if mark.isTask { raw.detail |= RawNode.Detail.task.rawValue }
        if mark.isDoneTask { raw.detail |= RawNode.Detail.done.rawValue }
    }

    private mutating func close(_ index: Int, _ node: CMarkNode) {
        nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
        if recovers { relocate(index, node) }
    }

    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> RawNode.Span {
        let start = text.count
        text.append(bytes)
        return .init(start..<text.count)
    }

    private func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int32 {
        digits.reduce(0) { $0 &* 10 &+ Int32($1 &- UInt8(ascii: "0")) }
    }

    // MARK: - Places

    private mutating func locate(_ node: CMarkNode, _ raw: inout RawNode, syntax: CourseSyntax, lines: SourceLines, cmark: CMark) {
        switch raw.tag {
        case .document: raw.range = .init(lines.start(of: 1)..<source.count)
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link, .image,
            .footnoteReference:
            if let range = inlines?.enter(node, raw.tag) {
                raw.range = .init(range)
            } else if let above = open.last {
                raw.range = nodes[above].range
            }
        default:
            let place = BlockPlace(node, raw, syntax: syntax, source: source, lines: lines)
            raw.range = .init(recovers ? place.exact : place.rough)
            inlines = nil
            guard recovers else { return }
            if raw.tag == .tableCell, let above = open.last { raw.range = nodes[above].range }
            if raw.tag == .tableRow {
                row = place.row
                raw.range = .init(place.range(of: row))
            }
            guard let alignment = place.alignment(row: row) else { return }
            raw.range = .init(alignment.range)
            inlines = InlineCursor(node, alignment, cmark: cmark)
        }
    }

    /// When all below is known: the end of an inline, and of a block that holds others.
    private mutating func relocate(_ index: Int, _ node: CMarkNode) {
        switch nodes[index].tag {
        case .emphasis, .strong, .strikethrough, .link, .image:
            guard let place = inlines?.leave(node, nodes[index].tag, from: Int(nodes[index].range.start)) else { return }
            nodes[index].range = .init(place.range)
            if let destination = place.destination { destinations[index] = destination }
        case .table:
            // Made of a paragraph, it has the place where that began.
            nodes[index].range.start = nodes[index + 1 < nodes.count ? index + 1 : index].range.start
            fallthrough
        case .blockQuote, .list, .item, .footnoteDefinition:
            // Ends of containers are wrong in the library; the last node below is in the last block below.
            var last = index + 1
            while last < nodes.count {
                nodes[index].range.end = max(nodes[index].range.end, nodes[last].range.end)
                last = Int(nodes[last].end)
            }
        default: break
        }
    }
}
