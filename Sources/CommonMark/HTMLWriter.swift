import HTMLBytes

/// One pass over a part of a tree.
///
/// What it writes goes into a buffer of its own, and from there into the caller's array when a decoration is to see it.
struct HTMLWriter: ~Copyable {
    let storage: Markup.Storage
    let nodes: UnsafeBufferPointer<RawNode>
    let text: UnsafeBufferPointer<UInt8>

    var html = Buffer<UInt8>(capacity: 16_384)
    /// Whether what was handed over last ended a line.
    private var isAtLineStart = true
    /// The nodes that are open, from the outside in.
    var open = Buffer<Int>(capacity: 128)
    var table = Table()
    /// The block quote or item that was opened last as GFM opens it; then its marker or its box is wanted, too.
    var opened: Int?
    private var hasFootnotes = false
    private var linksBackTo: Int?

    struct Table {
        var column = 0
        var isInHeader = false
        var hasBody = false
    }

    init(storage: Markup.Storage, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>) {
        self.storage = storage
        self.nodes = nodes
        self.text = text
    }

    mutating func write(_ range: Range<Int>, into output: inout [UInt8], _ decoration: inout some HTMLDecoration) {
        isAtLineStart = output.last.map { $0 == .newline } ?? true
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, Int(nodes[last].end) == index {
                _ = open.popLast()
                leave(last, into: &output, &decoration)
            }
            let node = nodes[index]
            switch node.tag {
            case .text: html.writeEscaped(text[node.text])
            case .softBreak: html.append(.newline)
            case .lineBreak: html.write("<br />\n")
            case .code:
                html.write("<code>")
                html.writeEscaped(text[node.text])
                html.write("</code>")
            default:
                guard enter(index, node, into: &output, &decoration) else {
                    index = Int(node.end)
                    continue
                }
                open.append(index)
            }
            index += 1
        }
        while let last = open.popLast() { leave(last, into: &output, &decoration) }
        handOver(to: &output)
        if hasFootnotes { decoration.closeFootnotes(into: &output) }
    }

    private mutating func handOver(to output: inout [UInt8]) {
        output.append(html.elements)
        html.removeAll()
    }

    /// Calls a decoration, which appends to the caller's array.
    private mutating func ask<Answer>(_ output: inout [UInt8], _ question: (inout [UInt8]) -> Answer) -> Answer {
        handOver(to: &output)
        let answer = question(&output)
        isAtLineStart = output.last.map { $0 == .newline } ?? true
        return answer
    }

    /// Begins a line, unless one has just begun.
    mutating func beginLine() {
        if let last = html.last {
            if last != .newline { html.append(.newline) }
        } else if !isAtLineStart {
            html.append(.newline)
        }
    }

    // MARK: - Nodes with others in them

    /// Whether what is in the node is to be written.
    private mutating func enter(
        _ index: Int, _ node: RawNode, into output: inout [UInt8], _ decoration: inout some HTMLDecoration
    ) -> Bool {
        if node.tag == .footnoteDefinition, !hasFootnotes {
            hasFootnotes = true
            ask(&output) { decoration.openFootnotes(into: &$0) }
        }
        if node.tag == .table { table.hasBody = false }
        if node.isDecorated {
            switch ask(&output, { [storage] in decoration.enter(Markup.Node(storage: storage, index: index), into: &$0) }) {
            case .standard: break
            case .replaced: return !node.isLeaf
            case .skipped: return false
            }
        }
        switch node.tag {
        case .document: break
        case .emphasis: html.write("<em>")
        case .strong: html.write("<strong>")
        case .strikethrough: html.write("<del>")
        case .paragraph:
            if !node.has(.tight) {
                beginLine()
                html.write("<p>")
            }
            if opened == index - 1, nodes[index - 1].has(.task) {
                let isTicked = nodes[index - 1].has(.done)
                ask(&output) { decoration.writeBox(isTicked: isTicked, into: &$0) }
            }
        case .heading:
            beginLine()
            html.write("<h")
            html.append(UInt8(ascii: "0") + node.detail)
            html.append(UInt8(ascii: ">"))
        case .blockQuote:
            beginLine()
            html.write("<blockquote>\n")
            opened = index
        case .list: enterList(node)
        case .item:
            beginLine()
            html.write("<li>")
            opened = index
        case .link:
            html.write("<a href=\"")
            html.writeDestination(text[node.text])
            html.append(UInt8(ascii: "\""))
            writeTitle(node)
            html.append(UInt8(ascii: ">"))
        case .table:
            beginLine()
            html.write("<table>\n")
        case .tableRow: enterRow(node)
        case .tableCell:
            html.write(table.isInHeader ? "<th" : "<td")
            let (isHeader, alignment) = (table.isInHeader, nextAlignment())
            if isHeader || alignment != .none {
                ask(&output) { decoration.writeCellAttributes(isHeader: isHeader, alignment: alignment, into: &$0) }
            }
            html.append(UInt8(ascii: ">"))
        case .footnoteDefinition:
            html.write("<li id=\"fn-")
            html.writeDestination(text[node.text])
            html.write("\">\n")
        case .alertMarker: return enterMarker(index, node)
        case .text, .softBreak, .lineBreak, .code, .htmlInline, .htmlBlock, .codeBlock, .thematicBreak, .image, .footnoteReference:
            writeLeaf(index, node)
            return false
        }
        return true
    }

    private mutating func leave(_ index: Int, into output: inout [UInt8], _ decoration: inout some HTMLDecoration) {
        let node = nodes[index]
        switch node.tag {
        case .paragraph: linkBack(atEndOf: node, into: &output, &decoration)
        case .footnoteDefinition: linkBack(atEndOf: index, into: &output, &decoration)
        default: break
        }
        if node.isDecorated,
            ask(&output, { [storage] in decoration.leave(Markup.Node(storage: storage, index: index), into: &$0) }) == .replaced
        {
            return
        }
        switch node.tag {
        case .emphasis: html.write("</em>")
        case .strong: html.write("</strong>")
        case .strikethrough: html.write("</del>")
        case .paragraph: if !node.has(.tight) { html.write("</p>\n") }
        case .heading:
            html.write("</h")
            html.append(UInt8(ascii: "0") + node.detail)
            html.write(">\n")
        case .blockQuote:
            beginLine()
            html.write("</blockquote>\n")
        case .list: html.write(node.has(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item, .footnoteDefinition: html.write("</li>\n")
        case .link: html.write("</a>")
        case .table: html.write(table.hasBody ? "</tbody>\n</table>\n" : "</table>\n")
        case .tableRow: html.write(table.isInHeader ? "</tr>\n</thead>\n" : "</tr>\n")
        case .tableCell: html.write(table.isInHeader ? "</th>\n" : "</td>\n")
        case .alertMarker: html.write("</p>\n")
        case .document, .text, .softBreak, .lineBreak, .code, .htmlInline, .htmlBlock, .codeBlock, .thematicBreak, .image,
            .footnoteReference:
            break
        }
    }

    // MARK: - Footnotes

    /// The way back stands in the last paragraph of a definition, or behind what else comes last.
    private mutating func linkBack(atEndOf paragraph: RawNode, into output: inout [UInt8], _ decoration: inout some HTMLDecoration) {
        guard let definition = open.last, nodes[definition].tag == .footnoteDefinition, nodes[definition].end == paragraph.end else {
            return
        }
        html.append(.space)
        ask(&output) { [storage] in decoration.linkBack(from: Markup.Node(storage: storage, index: definition), into: &$0) }
        linksBackTo = definition
    }

    private mutating func linkBack(atEndOf definition: Int, into output: inout [UInt8], _ decoration: inout some HTMLDecoration) {
        guard linksBackTo != definition else { return }
        ask(&output) { [storage] in decoration.linkBack(from: Markup.Node(storage: storage, index: definition), into: &$0) }
        html.append(.newline)
    }
}

extension RawNode {
    /// Whether a decoration is asked about it.
    fileprivate var isDecorated: Bool {
        switch tag {
        case .heading, .link, .image, .blockQuote, .alertMarker, .table, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference,
            .footnoteDefinition:
            true
        case .paragraph: has(.mayBeCaption) || has(.onlyImage) && !has(.tight)
        case .item: has(.task)
        default: false
        }
    }

    fileprivate var isLeaf: Bool {
        switch tag {
        case .image, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference: true
        default: false
        }
    }
}
