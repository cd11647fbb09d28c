/// Writes a tree as the HTML of GFM, with a caller's decoration.
///
/// Most nodes are text, emphasis, breaks and lists, which are written without asking anybody.
public struct HTMLFormatter<Decoration: HTMLDecoration> {
    /// With what it has noted, when the formatting is done.
    public var decoration: Decoration

    /// A formatter for any number of trees.
    public init(decoration: Decoration) { self.decoration = decoration }

    /// Appends a node with all that is in it.
    public mutating func format(_ node: Markup.Node, into html: inout [UInt8]) {
        format(node.storage, node.index..<Int(node.raw.end), into: &html)
    }

    /// Appends what is in a node: of an item not its box, of an alert not the line that makes it one.
    public mutating func formatChildren(of node: Markup.Node, into html: inout [UInt8]) {
        format(node.storage, node.index + 1..<Int(node.raw.end), into: &html)
    }

    private mutating func format(_ storage: Markup.Storage, _ range: Range<Int>, into html: inout [UInt8]) {
        storage.nodes.withUnsafeBufferPointer { nodes in
            storage.text.withUnsafeBufferPointer { text in
                var writer = HTMLWriter(storage: storage, nodes: nodes, text: text)
                writer.write(range, into: &html, &decoration)
            }
        }
    }
}
