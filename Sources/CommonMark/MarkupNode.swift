extension Markup {
    /// A node of a tree, and the tree with it.
    public struct Node: Sendable {
        let storage: Storage
        let index: Int

        var raw: RawNode { storage.nodes[index] }

        /// What it is; switch over it.
        public var kind: Kind {
            let raw = raw
            switch raw.tag {
            case .document: return .document
            case .paragraph: return .paragraph
            case .heading: return .heading(level: Int(raw.detail))
            case .blockQuote: return .blockQuote
            case .alertMarker: return .alertMarker
            case .list:
                return .list(
                    isOrdered: raw.has(.ordered), start: Int(raw.extra.start), isTight: raw.has(.tight),
                    delimiter: raw.has(.parenthesis) ? .parenthesis : .period)
            case .item: return .item(task: task)
            case .codeBlock: return .codeBlock(info: bytes(raw.extra))
            case .htmlBlock: return .htmlBlock
            case .thematicBreak: return .thematicBreak
            case .table: return .table(alignments: bytes(raw.text).map { Alignment(rawValue: $0) ?? .none })
            case .tableRow: return .tableRow(isHeader: raw.has(.header))
            case .tableCell: return .tableCell
            case .footnoteDefinition:
                return .footnoteDefinition(label: bytes(raw.text), number: Int(raw.extra.start), references: Int(raw.extra.end))
            case .text: return .text
            case .softBreak: return .softBreak
            case .lineBreak: return .lineBreak
            case .code: return .code
            case .htmlInline: return .htmlInline
            case .emphasis: return .emphasis
            case .strong: return .strong
            case .strikethrough: return .strikethrough
            case .link: return .link(destination: bytes(raw.text), title: bytes(raw.extra))
            case .image: return .image(destination: bytes(raw.text), title: bytes(raw.extra))
            case .footnoteReference:
                return .footnoteReference(label: bytes(raw.text), number: Int(raw.extra.start), occurrence: Int(raw.extra.end))
            }
        }

        /// Where it is written, in bytes of the source. Without recovered positions an inline has the range of its block.
        public var range: Range<Int> { raw.range.range }

        /// Where the destination of a link or an image is written: for one without a destination of its own (`[text][label]`), and
        /// without recovered positions, where the whole of it is.
        public var destinationRange: Range<Int> { storage.destinations[index] ?? range }

        /// The text of a leaf: text, code, a code block, HTML. Escapes and entities are decoded. Empty for all others.
        public var literal: Bytes {
            switch raw.tag {
            case .text, .code, .htmlInline, .codeBlock, .htmlBlock: bytes(raw.text)
            default: []
            }
        }

        /// The id that the author gave a heading with `{#id}`.
        public var explicitID: Bytes? {
            raw.tag == .heading && !raw.text.isEmpty ? bytes(raw.text) : nil
        }

        /// Whether an HTML block is nothing but one comment.
        public var isComment: Bool { comment != nil }

        /// What a block that is nothing but one comment says, without `<!--`, `-->` and the white space inside them.
        public var comment: Bytes? {
            guard raw.tag == .htmlBlock else { return nil }
            let block = bytes(raw.text).trimmed
            guard block.count >= 7, block.starts(with: "<!--".utf8) else { return nil }
            let inside = block.dropFirst(4)
            guard let end = inside.firstRange(of: "-->".utf8), end.upperBound == block.endIndex else { return nil }
            return inside[..<end.lowerBound].trimmed
        }

        /// The text of the subtree as it is read: without markup, HTML and footnotes, breaks as spaces.
        public var plainText: String {
            var text: [UInt8] = []
            for index in index..<Int(raw.end) {
                let node = storage.nodes[index]
                switch node.tag {
                case .text, .code, .codeBlock: text += bytes(node.text)
                case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
                default: break
                }
            }
            return String(decoding: text, as: UTF8.self)
        }

        /// The nodes right below it.
        public var children: Children { Children(storage: storage, index: index + 1, end: Int(raw.end)) }

        /// The node and all below it, each before its children.
        public var subtree: some Sequence<Node> & Sendable {
            (index..<Int(raw.end)).lazy.map { [storage] in Node(storage: storage, index: $0) }
        }

        private var task: Bool? { raw.has(.task) ? raw.has(.done) : nil }

        func bytes(_ span: RawNode.Span) -> Bytes { storage.text[span.range] }
    }

    /// The children of a node, from first to last.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        let storage: Storage
        var index: Int
        let end: Int

        /// Steps over the subtree of the child before.
        public mutating func next() -> Node? {
            guard index < end else { return nil }
            defer { index = Int(storage.nodes[index].end) }
            return Node(storage: storage, index: index)
        }
    }
}

extension Markup.Node: Equatable {
    /// Whether they are the same node of the same tree.
    public static func == (left: Self, right: Self) -> Bool { left.storage === right.storage && left.index == right.index }
}
