import Diagnostics

/// A template as a flat list of nodes: the children of the node at `i` are the nodes `i + 1 ..< nodes[i].end`.
struct ParsedTemplate: Sendable {
    struct Node: Sendable {
        enum Kind: Hashable, Sendable {
            /// At most one line of text. A line that begins with a tag begins with an empty text, since indentation goes there.
            case text(startsLine: Bool)
            case variable, verbatim
            case section, inverted
            case partial, parent
            /// `opensLine`: the tag ends its line, and what it holds begins on the next.
            case block(opensLine: Bool)
        }

        var kind: Kind
        /// The bytes of a text, else of the tag's name.
        var range: Range<Int>
        /// The blanks before a tag that begins its line and takes them as its indentation.
        var indent: Range<Int>?
        var end: Int
    }

    let source: SourceText
    let nodes: [Node]

    /// The bytes of a text or name.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        source.bytes[range]
    }

    func name(of node: Node) -> String {
        String(decoding: source.bytes[node.range], as: UTF8.self)
    }

    /// The indices of the nodes directly in a range of nodes.
    func children(in range: Range<Int>) -> [Int] {
        var children: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            children.append(index)
            index = nodes[index].end
        }
        return children
    }

    /// The indentation of what a block holds, that of its first line; none where the block shares its line with its tag, or is empty.
    func innerIndentation(of index: Int) -> Range<Int>? {
        guard nodes[index].kind == .block(opensLine: true), index + 1 < nodes[index].end else { return nil }
        let first = nodes[index + 1]
        guard case .text = first.kind else { return first.indent }
        return first.range.prefix(bytes(first.range).prefix(while: \.isBlank).count)
    }

    /// The names of the templates it includes or inherits from, anywhere in it.
    var references: Set<String> {
        Set(nodes.filter { $0.kind == .partial || $0.kind == .parent }.map(name))
    }

    /// The names of the blocks anywhere in it.
    var blocks: Set<String> {
        Set(nodes.filter { if case .block = $0.kind { true } else { false } }.map(name))
    }
}
