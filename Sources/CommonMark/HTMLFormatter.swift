/// Writes a tree as the HTML of GFM, with a caller's decoration.
///
/// Most nodes are text, emphasis, breaks and lists, which are written without asking anybody.
public struct HTMLFormatter<Decoration: HTMLDecoration> {
    public var decoration: Decoration

    public init(decoration: Decoration) { self.decoration = decoration }

    /// Appends a node with all that is in it.
    public mutating func format(_ node: Markup.Node, into html: inout [UInt8]) {
        format(node.storage, node.index..<Int(node.raw.end), into: &html)
    }

    /// Appends what is in a node.
    public mutating func formatChildren(of node: Markup.Node, into html: inout [UInt8]) {
        format(node.storage, node.index + 1..<Int(node.raw.end), into: &html)
    }

    private mutating func format(_ storage: Markup.Storage, _ range: Range<Int>, into html: inout [UInt8]) {
        var writer = HTMLWriter(storage: storage, html: html)
        html = []
        storage.nodes.withUnsafeBufferPointer { nodes in
            storage.text.withUnsafeBufferPointer { text in
                writer.write(range, nodes: nodes, text: text, &decoration)
            }
        }
        html = writer.html
    }
}

/// One pass over a part of a tree.
private struct HTMLWriter {
    let storage: Markup.Storage
    var html: [UInt8]
    /// The nodes that are open, from the outside in.
    private var open: [Int] = []
    private var column = 0
    private var isInHeader = false
    private var hasBody = false
    private var hasFootnotes = false
    private var linksBackTo: Int?

    init(storage: Markup.Storage, html: [UInt8]) {
        self.storage = storage
        self.html = html
    }

    mutating func write(
        _ range: Range<Int>, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>, _ decoration: inout some HTMLDecoration
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            while let last = open.last, Int(nodes[last].end) == index {
                open.removeLast()
                leave(last, nodes: nodes, text: text, &decoration)
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
            case .emphasis:
                html.write("<em>")
                open.append(index)
            case .strong:
                html.write("<strong>")
                open.append(index)
            default:
                guard enter(index, node, nodes: nodes, text: text, &decoration) else {
                    index = Int(node.end)
                    continue
                }
                open.append(index)
            }
            index += 1
        }
        while let last = open.popLast() { leave(last, nodes: nodes, text: text, &decoration) }
        if hasFootnotes { decoration.closeFootnotes(into: &html) }
    }

    /// Whether what is in the node is to be written.
    private mutating func enter(
        _ index: Int, _ node: RawNode, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>,
        _ decoration: inout some HTMLDecoration
    ) -> Bool {
        if node.tag == .footnoteDefinition, !hasFootnotes {
            hasFootnotes = true
            decoration.openFootnotes(into: &html)
        }
        if node.isDecorated {
            switch decoration.enter(Markup.Node(storage: storage, index: index), into: &html) {
            case .standard: break
            case .replaced: return !node.isLeaf
            case .skipped: return false
            }
        }
        switch node.tag {
        case .document: break
        case .paragraph:
            if !node.has(.tight) {
                html.beginLine()
                html.write("<p>")
            }
            writeBox(of: node, &decoration)
        case .heading:
            html.beginLine()
            html.write("<h")
            html.append(UInt8(ascii: "0") + node.detail)
            html.write(">")
        case .blockQuote:
            html.beginLine()
            html.write("<blockquote>\n")
        case .list:
            html.beginLine()
            if !node.has(.ordered) {
                html.write("<ul>\n")
            } else if node.extra.start == 1 {
                html.write("<ol>\n")
            } else {
                html.write("<ol start=\"")
                html += Array("\(node.extra.start)".utf8)
                html.write("\">\n")
            }
        case .item:
            html.beginLine()
            html.write("<li>")
        case .link:
            html.write("<a href=\"")
            writeTarget(node, text)
            html.write(">")
        case .strikethrough: html.write("<del>")
        case .table:
            html.beginLine()
            html.write("<table>\n")
            hasBody = false
        case .tableRow: enterRow(node)
        case .tableCell: enterCell(nodes: nodes, text: text, &decoration)
        case .footnoteDefinition:
            html.write("<li id=\"fn-")
            html.writeDestination(storage.text[node.text.range])
            html.write("\">\n")
        case .alertMarker: return enterMarker(node)
        default:
            writeLeaf(index, node, nodes: nodes, text: text)
            return false
        }
        return true
    }

    private mutating func leave(
        _ index: Int, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>, _ decoration: inout some HTMLDecoration
    ) {
        let node = nodes[index]
        switch node.tag {
        case .emphasis: return html.write("</em>")
        case .strong: return html.write("</strong>")
        case .paragraph: linkBack(atEndOf: node, nodes: nodes, &decoration)
        case .footnoteDefinition: linkBack(atEndOf: index, &decoration)
        default: break
        }
        if node.isDecorated, decoration.leave(Markup.Node(storage: storage, index: index), into: &html) == .replaced { return }
        switch node.tag {
        case .paragraph: if !node.has(.tight) { html.write("</p>\n") }
        case .heading:
            html.write("</h")
            html.append(UInt8(ascii: "0") + node.detail)
            html.write(">\n")
        case .blockQuote:
            html.beginLine()
            html.write("</blockquote>\n")
        case .list: html.write(node.has(.ordered) ? "</ol>\n" : "</ul>\n")
        case .item, .footnoteDefinition: html.write("</li>\n")
        case .link: html.write("</a>")
        case .strikethrough: html.write("</del>")
        case .table:
            html.write(hasBody ? "</tbody>\n</table>\n" : "</table>\n")
            hasBody = false
        case .tableRow:
            html.write(node.has(.header) ? "</tr>\n</thead>\n" : "</tr>\n")
            isInHeader = false
        case .tableCell: html.write(isInHeader ? "</th>\n" : "</td>\n")
        case .alertMarker: html.write("</p>\n")
        default: break
        }
    }

    // MARK: - Leaves

    private mutating func writeLeaf(
        _ index: Int, _ node: RawNode, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>
    ) {
        switch node.tag {
        case .htmlInline: html.append(contentsOf: text[node.text])
        case .htmlBlock:
            html.beginLine()
            html.append(contentsOf: text[node.text])
            html.beginLine()
        case .codeBlock:
            html.beginLine()
            html.write("<pre><code")
            let info = storage.text[node.extra.range]
            if !info.isEmpty {
                html.write(" class=\"language-")
                html.writeEscaped(info.prefix { !$0.isWhitespace })
                html.write("\"")
            }
            html.write(">")
            html.writeEscaped(text[node.text])
            html.write("</code></pre>\n")
        case .thematicBreak:
            html.beginLine()
            html.write("<hr />\n")
        case .image:
            html.write("<img src=\"")
            html.writeDestination(storage.text[node.text.range])
            html.write("\" alt=\"")
            writePlain(index + 1..<Int(node.end), nodes: nodes, text: text)
            html.write("\"")
            writeTitle(node, text)
            html.write(" />")
        case .footnoteReference:
            let label = storage.text[node.text.range]
            html.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
            html.writeDestination(label)
            html.write("\" id=\"fnref-")
            html.writeDestination(label)
            if node.extra.end > 1 { html += Array("-\(node.extra.end)".utf8) }
            html += Array("\" data-footnote-ref>\(node.extra.start)</a></sup>".utf8)
        default: break
        }
    }

    private mutating func writeTarget(_ node: RawNode, _ text: UnsafeBufferPointer<UInt8>) {
        html.writeDestination(storage.text[node.text.range])
        html.write("\"")
        writeTitle(node, text)
    }

    private mutating func writeTitle(_ node: RawNode, _ text: UnsafeBufferPointer<UInt8>) {
        guard !node.extra.isEmpty else { return }
        html.write(" title=\"")
        html.writeEscaped(text[node.extra])
        html.write("\"")
    }

    /// The text of an image's description, where no markup may stand.
    private mutating func writePlain(_ range: Range<Int>, nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>) {
        for index in range {
            switch nodes[index].tag {
            case .text, .code, .htmlInline: html.writeEscaped(text[nodes[index].text])
            case .softBreak, .lineBreak: html.append(.space)
            default: break
            }
        }
    }

    // MARK: - Blocks of several parts

    private mutating func writeBox(of paragraph: RawNode, _ decoration: inout some HTMLDecoration) {
        if paragraph.has(.task) { decoration.writeBox(isTicked: paragraph.has(.done), into: &html) }
    }

    private mutating func enterRow(_ row: RawNode) {
        isInHeader = row.has(.header)
        column = 0
        if isInHeader {
            html.write("<thead>\n")
        } else if !hasBody {
            hasBody = true
            html.write("<tbody>\n")
        }
        html.write("<tr>\n")
    }

    private mutating func enterCell(nodes: UnsafeBufferPointer<RawNode>, text: UnsafeBufferPointer<UInt8>, _ decoration: inout some HTMLDecoration) {
        html.write(isInHeader ? "<th" : "<td")
        var alignment = Markup.Alignment.none
        // Alone, a cell knows no table.
        if open.count >= 2 {
            let alignments = nodes[open[open.count - 2]].text.range
            if column < alignments.count { alignment = Markup.Alignment(rawValue: text[alignments.lowerBound + column]) ?? .none }
        }
        decoration.writeCellAttributes(isHeader: isInHeader, alignment: alignment, into: &html)
        html.write(">")
        column += 1
    }

    /// What an alert is without a decoration: a paragraph as it is written.
    private mutating func enterMarker(_ node: RawNode) -> Bool {
        guard let marker = AlertMarker(storage.source[node.range.range], at: Int(node.range.start)) else { return false }
        html.beginLine()
        html.write("<p>[!")
        html += storage.source[marker.kind]
        html.write(marker.title == nil ? "]" : "] ")
        return true
    }

    // MARK: - Footnotes

    /// The way back stands in the last paragraph of a definition, or behind what else comes last.
    private mutating func linkBack(atEndOf paragraph: RawNode, nodes: UnsafeBufferPointer<RawNode>, _ decoration: inout some HTMLDecoration) {
        guard let definition = open.last, nodes[definition].tag == .footnoteDefinition, nodes[definition].end == paragraph.end else { return }
        html.append(.space)
        decoration.linkBack(from: Markup.Node(storage: storage, index: definition), into: &html)
        linksBackTo = definition
    }

    private mutating func linkBack(atEndOf definition: Int, _ decoration: inout some HTMLDecoration) {
        guard linksBackTo != definition else { return }
        decoration.linkBack(from: Markup.Node(storage: storage, index: definition), into: &html)
        html.append(.newline)
    }
}

extension RawNode {
    /// Whether a decoration is asked about it.
    fileprivate var isDecorated: Bool {
        switch tag {
        case .heading, .link, .image, .blockQuote, .alertMarker, .table, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference, .footnoteDefinition:
            true
        case .paragraph: has(.onlyImage) && !has(.tight)
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

extension UnsafeBufferPointer<UInt8> {
    fileprivate subscript(span: RawNode.Span) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[span.range]) }
}
