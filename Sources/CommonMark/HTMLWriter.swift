/// One pass over a part of a tree.
///
/// What it writes goes into a buffer of its own, and from there into the caller's array when a decoration is to see it.
struct HTMLWriter: ~Copyable {
    private let storage: Markup.Storage
    private let nodes: UnsafeBufferPointer<RawNode>
    private let text: UnsafeBufferPointer<UInt8>

    private var html = ByteBuffer(capacity: 16_384)
    /// Whether what was handed over last ended a line.
    private var isAtLineStart = true
    /// The nodes that are open, from the outside in.
    private var open: [Int] = []
    private var table = Table()
    private var hasFootnotes = false
    private var linksBackTo: Int?

    private struct Table {
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
                open.removeLast()
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
        output.append(html.bytes)
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
    private mutating func beginLine() {
        if let last = html.bytes.last {
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
        case .paragraph: enterParagraph(node)
        case .heading:
            beginLine()
            html.write("<h")
            html.append(UInt8(ascii: "0") + node.detail)
            html.append(UInt8(ascii: ">"))
        case .blockQuote:
            beginLine()
            html.write("<blockquote>\n")
        case .list: enterList(node)
        case .item:
            beginLine()
            html.write("<li>")
        case .link:
            html.write("<a href=\"")
            html.writeDestination(text[node.text])
            html.append(UInt8(ascii: "\""))
            writeTitle(node)
            html.append(UInt8(ascii: ">"))
        case .table:
            beginLine()
            html.write("<table>\n")
            table.hasBody = false
        case .tableRow: enterRow(node)
        case .tableCell: enterCell()
        case .footnoteDefinition:
            html.write("<li id=\"fn-")
            html.writeDestination(text[node.text])
            html.write("\">\n")
        case .alertMarker: return enterMarker(node)
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
        if node.isDecorated, ask(&output, { [storage] in decoration.leave(Markup.Node(storage: storage, index: index), into: &$0) }) == .replaced {
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

    private mutating func enterParagraph(_ node: RawNode) {
        if !node.has(.tight) {
            beginLine()
            html.write("<p>")
        }
        guard node.has(.task) else { return }
        html.write("<input ")
        if node.has(.done) { html.write("checked=\"\" ") }
        html.write("disabled=\"\" type=\"checkbox\"> ")
    }

    private mutating func enterList(_ node: RawNode) {
        beginLine()
        if !node.has(.ordered) {
            html.write("<ul>\n")
        } else if node.extra.start == 1 {
            html.write("<ol>\n")
        } else {
            html.write("<ol start=\"")
            html.write(node.extra.start)
            html.write("\">\n")
        }
    }

    private mutating func enterRow(_ row: RawNode) {
        table.isInHeader = row.has(.header)
        table.column = 0
        if table.isInHeader {
            html.write("<thead>\n")
        } else if !table.hasBody {
            table.hasBody = true
            html.write("<tbody>\n")
        }
        html.write("<tr>\n")
    }

    private mutating func enterCell() {
        html.write(table.isInHeader ? "<th" : "<td")
        // Alone, a cell knows no table.
        let alignments = open.count >= 2 ? nodes[open[open.count - 2]].text.range : 0..<0
        if table.column < alignments.count {
            switch Markup.Alignment(rawValue: text[alignments.lowerBound + table.column]) {
            case .left: html.write(" align=\"left\"")
            case .center: html.write(" align=\"center\"")
            case .right: html.write(" align=\"right\"")
            default: break
            }
        }
        html.append(UInt8(ascii: ">"))
        table.column += 1
    }

    /// What an alert is without a decoration: a paragraph as it is written.
    private mutating func enterMarker(_ node: RawNode) -> Bool {
        guard let marker = AlertMarker(storage.source[node.range.range], at: Int(node.range.start)) else { return false }
        beginLine()
        html.write("<p>[!")
        storage.source[marker.kind].withUnsafeBufferPointer { html.append($0) }
        html.write(marker.title == nil ? "]" : "] ")
        return true
    }

    // MARK: - Leaves

    private mutating func writeLeaf(_ index: Int, _ node: RawNode) {
        switch node.tag {
        case .htmlInline: html.append(text[node.text])
        case .htmlBlock:
            beginLine()
            html.append(text[node.text])
            beginLine()
        case .codeBlock:
            beginLine()
            html.write("<pre><code")
            if !node.extra.isEmpty {
                let info = text[node.extra]
                html.write(" class=\"language-")
                html.writeEscaped(UnsafeBufferPointer(rebasing: info.prefix { !$0.isWhitespace }))
                html.append(UInt8(ascii: "\""))
            }
            html.append(UInt8(ascii: ">"))
            html.writeEscaped(text[node.text])
            html.write("</code></pre>\n")
        case .thematicBreak:
            beginLine()
            html.write("<hr />\n")
        case .image:
            html.write("<img src=\"")
            html.writeDestination(text[node.text])
            html.write("\" alt=\"")
            writePlain(index + 1..<Int(node.end))
            html.append(UInt8(ascii: "\""))
            writeTitle(node)
            html.write(" />")
        case .footnoteReference:
            html.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
            html.writeDestination(text[node.text])
            html.write("\" id=\"fnref-")
            html.writeDestination(text[node.text])
            if node.extra.end > 1 {
                html.append(UInt8(ascii: "-"))
                html.write(node.extra.end)
            }
            html.write("\" data-footnote-ref>")
            html.write(node.extra.start)
            html.write("</a></sup>")
        default: break
        }
    }

    private mutating func writeTitle(_ node: RawNode) {
        guard !node.extra.isEmpty else { return }
        html.write(" title=\"")
        html.writeEscaped(text[node.extra])
        html.append(UInt8(ascii: "\""))
    }

    /// The text of an image's description, where no markup may stand.
    private mutating func writePlain(_ range: Range<Int>) {
        for node in nodes[range] {
            switch node.tag {
            case .text, .code, .htmlInline: html.writeEscaped(text[node.text])
            case .softBreak, .lineBreak: html.append(.space)
            default: break
            }
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
        case .heading, .link, .image, .blockQuote, .table, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference, .footnoteDefinition:
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
