import HTMLBytes

/// The bytes of single kinds of nodes.
extension HTMLWriter {
    mutating func enterList(_ node: RawNode) {
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

    mutating func enterRow(_ row: RawNode) {
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

    /// The alignment of the next cell of the row; none for a cell that is formatted alone and knows no table.
    mutating func nextAlignment() -> Markup.Alignment {
        let alignments = open.count >= 2 ? nodes[open[open.count - 2]].text.range : 0..<0
        defer { table.column += 1 }
        guard table.column < alignments.count else { return .none }
        return Markup.Alignment(rawValue: text[alignments.lowerBound + table.column]) ?? .none
    }

    /// What an alert is without a decoration: a paragraph as it is written.
    mutating func enterMarker(_ index: Int, _ node: RawNode) -> Bool {
        guard opened == index - 1, let marker = AlertMarker(storage.source[node.range.range], at: Int(node.range.start)) else {
            return false
        }
        beginLine()
        html.write("<p>[!")
        storage.source[marker.kind.lowerBound..<(marker.detail ?? marker.kind).upperBound].withUnsafeBufferPointer { html.writeEscaped($0) }
        html.write(marker.title == nil ? "]" : "] ")
        return true
    }

    // MARK: - Leaves

    mutating func writeLeaf(_ index: Int, _ node: RawNode) {
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

    mutating func writeTitle(_ node: RawNode) {
        guard !node.extra.isEmpty else { return }
        html.write(" title=\"")
        html.writeEscaped(text[node.extra])
        html.append(UInt8(ascii: "\""))
    }

    /// The text of an image's description, where no markup may stand.
    mutating func writePlain(_ range: Range<Int>) {
        for node in nodes[range] {
            switch node.tag {
            case .text, .code, .htmlInline: html.writeEscaped(text[node.text])
            case .softBreak, .lineBreak: html.append(.space)
            default: break
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    subscript(span: RawNode.Span) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[span.range]) }
}
