/// A Markdown text as a tree of values: blocks, and the inlines in them.
///
/// The nodes lie in one array and their text in one buffer, so that a page costs a handful of allocations. Look at it through
/// `root` and the `kind` and `children` of nodes:
///
///     for block in markup.root.children {
///         if case .heading(let level) = block.kind { outline.append((level, block.plainText)) }
///     }
public struct Markup: Sendable {
    /// Bytes of UTF-8, of the source or of text that was decoded from it.
    public typealias Bytes = ArraySlice<UInt8>

    let storage: Storage

    /// The document.
    public var root: Node { Node(storage: storage, index: 0) }

    /// The bytes that were parsed; ranges are offsets in them.
    public var source: [UInt8] { storage.source }

    /// Why the text was not parsed. The tree is then an empty document.
    public var refusal: MarkupRefusal? { storage.refusal }

    /// Shared by all nodes, never changed.
    final class Storage: Sendable {
        let source: [UInt8]
        let nodes: [RawNode]
        let text: [UInt8]
        /// Where destinations of links and images are written, by node index; empty unless positions were recovered.
        let destinations: [Int: Range<Int>]
        /// All definitions of footnotes in their order, also those that are not in the tree.
        let definitions: [Definition]
        let refusal: MarkupRefusal?

        init(
            source: [UInt8], nodes: [RawNode], text: [UInt8], destinations: [Int: Range<Int>] = [:], definitions: [Definition] = [],
            refusal: MarkupRefusal? = nil
        ) {
            self.source = source
            self.nodes = nodes
            self.text = text
            self.destinations = destinations
            self.definitions = definitions
            self.refusal = refusal
        }
    }

    /// A definition of a footnote as it stands in the source.
    struct Definition: Sendable {
        let label: [UInt8]
        /// Of `[^label]:`.
        let range: Range<Int>
    }
}
