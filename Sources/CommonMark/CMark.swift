import CCMarkGFM
import CLutrin

#if canImport(Glibc)
    import Glibc
#endif

/// The C library: parsing with memory of its own, and a look at its nodes. Nothing else in the project knows it.
///
/// A tree lives in the arena of its session and is never freed node by node: the next parse takes the whole of it back. Structures are
/// read directly, because the accessors of the library copy each text that they are asked for.
final class CMark {
    private let arena: OpaquePointer
    private let extensions: MarkupExtensions

    init(extensions: MarkupExtensions) {
        arena = lutrin_arena_new()
        self.extensions = extensions
    }

    deinit { lutrin_arena_free(arena) }

    /// Parses, and hands the document to `body`, beyond which it must not escape. `mark` sees it before: all blocks are there and
    /// hold their text, and no inline has been looked for.
    func parse<Result>(
        _ source: UnsafeBufferPointer<UInt8>, mark: (CMarkNode) -> Void, body: (CMarkNode) throws -> Result
    ) rethrows -> Result? {
        lutrin_arena_reset(arena)
        lutrin_arena_use(arena)
        defer { lutrin_arena_use(nil) }
        let extensions = extensions.needed(by: source)
        let options = extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
        let memory = lutrin_parser_memory().assumingMemoryBound(to: cmark_mem.self)
        guard let parser = cmark_parser_new_with_mem(options, memory) else { return nil }
        for (option, syntax) in Self.syntaxExtensions where extensions.contains(option) {
            cmark_parser_attach_syntax_extension(parser, syntax)
        }
        cmark_parser_feed(parser, source.baseAddress, source.count)
        // A last line without an end would wait for one, and a last paragraph for a line that is not its own: only then is it
        // searched for reference definitions.
        if let last = source.last, !last.endsLine { cmark_parser_feed(parser, "\n", 1) }
        if parser.pointee.current.pointee.type == CMARK_NODE_PARAGRAPH.rawValue { cmark_parser_feed(parser, "\n", 1) }
        if let root = parser.pointee.root { mark(CMarkNode(root)) }
        guard let document = cmark_parser_finish(parser) else { return nil }
        return try body(CMarkNode(document))
    }

    /// The decoded text of an entity, and how many bytes it takes after its `&`; nil where there is none.
    func entity(at source: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], length: Int)? {
        var decoded = cmark_strbuf()
        cmark_strbuf_init(lutrin_parser_memory().assumingMemoryBound(to: cmark_mem.self), &decoded, 0)
        let length = houdini_unescape_ent(&decoded, source.baseAddress, bufsize_t(source.count))
        guard length > 0 else { return nil }
        return (Array(UnsafeBufferPointer(start: decoded.ptr, count: Int(decoded.size))), Int(length))
    }

    /// Registered once, before the first parse, whatever the thread.
    ///
    /// Unsafe only by the letter: pointers are not Sendable, but what these point to lives as long as the program and is never changed.
    private nonisolated(unsafe) static let syntaxExtensions: [(MarkupExtensions, OpaquePointer)] = {
        cmark_gfm_core_extensions_ensure_registered()
        let names: [(MarkupExtensions, String)] = [(.table, "table"), (.strikethrough, "strikethrough"), (.autolink, "autolink")]
        return names.compactMap { option, name in cmark_find_syntax_extension(name).map { (option, $0) } }
    }()
}

/// A node of the library's tree.
struct CMarkNode {
    private let node: UnsafeMutablePointer<cmark_node>

    init(_ node: UnsafeMutablePointer<cmark_node>) { self.node = node }

    var tag: RawNode.Tag {
        let type = cmark_node_type(rawValue: UInt32(node.pointee.type))
        switch type {
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_LINK: return .link
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_LIST: return .list
        case CMARK_NODE_HEADING: return .heading
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_HTML_INLINE: return .htmlInline
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
        case CMARK_NODE_TABLE_CELL: return .tableCell
        case CMARK_NODE_TABLE_ROW: return .tableRow
        case CMARK_NODE_TABLE: return .table
        case CMARK_NODE_STRIKETHROUGH: return .strikethrough
        default: return .document
        }
    }

    // MARK: The tree

    var parent: CMarkNode? { node.pointee.parent.map(Self.init) }
    var next: CMarkNode? { node.pointee.next.map(Self.init) }
    var previous: CMarkNode? { node.pointee.prev.map(Self.init) }
    var firstChild: CMarkNode? { node.pointee.first_child.map(Self.init) }
    var lastChild: CMarkNode? { node.pointee.last_child.map(Self.init) }

    /// Calls `body` for the blocks below, each before its children. It may put others before the one it is given.
    func forEachBlock(_ body: (CMarkNode) -> Void) {
        var current = firstChild
        while let block = current {
            body(block)
            if let child = block.firstChild {
                current = child
                continue
            }
            var last = block
            while last != self, last.next == nil, let parent = last.parent { last = parent }
            current = last == self ? nil : last.next
        }
    }

    // MARK: Where it stands

    /// Lines and columns are 1-based, columns bytes; 0 where the library does not know.
    var startLine: Int { Int(node.pointee.start_line) }
    var endLine: Int { Int(node.pointee.end_line) }
    var startColumn: Int { Int(node.pointee.start_column) }
    var endColumn: Int { Int(node.pointee.end_column) }
    /// How many bytes of its line stand between the start of a heading or cell and its text.
    var internalOffset: Int { Int(node.pointee.internal_offset) }

    // MARK: What it holds

    /// The text of a leaf block, in which its inlines are found.
    var content: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: node.pointee.content.ptr, count: Int(node.pointee.content.size))
    }

    var literal: UnsafeBufferPointer<UInt8> { bytes(node.pointee.as.literal) }
    var codeLiteral: UnsafeBufferPointer<UInt8> { bytes(node.pointee.as.code.literal) }
    var info: UnsafeBufferPointer<UInt8> { bytes(node.pointee.as.code.info) }
    var isFenced: Bool { node.pointee.as.code.fenced != 0 }
    var destination: UnsafeBufferPointer<UInt8> { bytes(node.pointee.as.link.url) }
    var title: UnsafeBufferPointer<UInt8> { bytes(node.pointee.as.link.title) }
    var level: Int { Int(node.pointee.as.heading.level) }
    var isSetext: Bool { node.pointee.as.heading.setext }
    var isOrdered: Bool { node.pointee.as.list.list_type == CMARK_ORDERED_LIST }
    var isTight: Bool { node.pointee.as.list.tight }
    var hasParenthesis: Bool { node.pointee.as.list.delimiter == CMARK_PAREN_DELIM }
    var listStart: Int { Int(node.pointee.as.list.start) }
    var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(node) != 0 }

    var alignments: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: cmark_gfm_extensions_get_table_alignments(node), count: Int(cmark_gfm_extensions_get_table_columns(node)))
    }

    /// Of a reference to a footnote.
    var footnoteDefinition: CMarkNode? { node.pointee.parent_footnote_def.map(Self.init) }
    var footnoteOccurrence: Int { Int(node.pointee.footnote.ref_ix) }
    /// Of the definition of a footnote.
    var footnoteReferences: Int { Int(node.pointee.footnote.def_count) }

    private func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
    }

    // MARK: Before inlines are looked for

    /// A number of our own, at first 0.
    var mark: UInt {
        get { UInt(bitPattern: node.pointee.user_data) }
        nonmutating set { node.pointee.user_data = UnsafeMutableRawPointer(bitPattern: newValue) }
    }

    /// Shortens the text of a leaf block.
    func keepContent(_ kept: Range<Int>) {
        guard let start = node.pointee.content.ptr, kept.upperBound <= Int(node.pointee.content.size) else { return }
        memmove(start, start + kept.lowerBound, kept.count)
        start[kept.count] = 0
        node.pointee.content.size = bufsize_t(kept.count)
    }

    /// Puts a paragraph before this one, with a part of its text.
    func insertParagraph(of part: Range<Int>) -> CMarkNode? {
        guard let made = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, node.pointee.content.mem) else { return nil }
        let text = content[part].map { CChar(bitPattern: $0) } + [0]
        guard cmark_node_set_string_content(made, text) != 0, cmark_node_insert_before(node, made) != 0 else { return nil }
        made.pointee.start_line = node.pointee.start_line
        made.pointee.end_line = node.pointee.start_line
        return CMarkNode(made)
    }
}

extension CMarkNode: Equatable {}
