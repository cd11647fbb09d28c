extension Markup {
    /// A piece of what is read of a page, in reading order.
    public enum TextRun: Sendable {
        /// A text node, by its ordinal, and where its bytes lie in the buffer of text.
        case text(Int, Range<Int>)
        /// What stands like a word and is no prose: code, an image, inline HTML, an address that is its own text, the number of a footnote.
        case word
        /// The end of a line.
        case space
        /// Between two blocks.
        case edge
    }

    /// Calls `body` for all that is read, in order. Descriptions of images are left out.
    public func forEachTextRun(_ body: (TextRun) -> Void) {
        var index = 0
        while index < storage.nodes.count {
            let node = storage.nodes[index]
            index += 1
            switch node.tag {
            case .text: body(.text(index - 1, node.text.range))
            case .code, .htmlInline, .footnoteReference: body(.word)
            case .softBreak, .lineBreak: body(.space)
            case .image:
                body(.word)
                index = Int(node.end)
            case .link where isOwnText(node, at: index - 1):
                body(.word)
                index = Int(node.end)
            case .emphasis, .strong, .strikethrough, .link: break
            case .document, .paragraph, .heading, .blockQuote, .alertMarker, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table,
                .tableRow,
                .tableCell, .footnoteDefinition:
                body(.edge)
            }
        }
    }

    /// The buffer in which the bytes of texts lie.
    public func withTextBuffer<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.text.withUnsafeBufferPointer(body)
    }

    /// The same tree with other texts in some of its text nodes.
    public func replacing(_ texts: [(ordinal: Int, text: [UInt8])]) -> Markup {
        var nodes = storage.nodes
        var text = storage.text
        for (ordinal, replacement) in texts where nodes.indices.contains(ordinal) && nodes[ordinal].tag == .text {
            let start = text.count
            text += replacement
            nodes[ordinal].text = RawNode.Span(start..<text.count)
        }
        return Markup(
            storage: Storage(
                source: storage.source, nodes: nodes, text: text, destinations: storage.destinations, definitions: storage.definitions,
                refusal: storage.refusal))
    }

    /// Whether a link shows nothing but where it leads, perhaps without the scheme.
    private func isOwnText(_ link: RawNode, at index: Int) -> Bool {
        guard index + 2 == Int(link.end), storage.nodes[index + 1].tag == .text else { return false }
        let text = storage.text[storage.nodes[index + 1].text.range]
        return storage.text[link.text.range].suffix(text.count).elementsEqual(text)
    }
}
