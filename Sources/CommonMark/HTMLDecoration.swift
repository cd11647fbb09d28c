import HTMLBytes

/// What a caller changes in the HTML of a tree: it is asked at the nodes where a site may want something else than GFM, and nowhere else.
///
/// Those are headings, links, images, block quotes and the markers of alerts, tables, code blocks, HTML (blocks and inline), footnotes (references and
/// definitions), items with a box, paragraphs that hold an image alone, and those that begin like the caption of a table. At each it may append bytes of its own, and says whether
/// the bytes of GFM are still wanted:
///
///     struct Anchors: HTMLDecoration {
///         mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
///             guard case .heading(let level) = node.kind, let id = node.explicitID else { return .standard }
///             html += Array("<h\(level) id=\"\(String(decoding: id, as: UTF8.self))\">".utf8)
///             return .replaced
///         }
///     }
public protocol HTMLDecoration {
    /// Before the bytes that open a node.
    mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering

    /// Before the bytes that close a node; not called for one that was skipped.
    mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving

    /// The attributes of a table's cell, each with a blank before it.
    mutating func writeCellAttributes(isHeader: Bool, alignment: Markup.Alignment, into html: inout [UInt8])

    /// The box of a task.
    mutating func writeBox(isTicked: Bool, into html: inout [UInt8])

    /// Before the first and after the last definition of a footnote.
    mutating func openFootnotes(into html: inout [UInt8])
    mutating func closeFootnotes(into html: inout [UInt8])

    /// At the end of a definition: the way back to each reference to it.
    mutating func linkBack(from definition: Markup.Node, into html: inout [UInt8])
}

/// What is still wanted at the start of a node.
public enum HTMLEntering: Sendable {
    /// The bytes of GFM, and what is in the node.
    case standard
    /// What is in the node only: not the box of an item, nor the line that makes a block quote an alert. A leaf (code, HTML, an image,
    /// a reference) has nothing in it.
    case replaced
    /// Neither.
    case skipped
}

/// What is still wanted at the end of a node.
public enum HTMLLeaving: Sendable {
    /// The bytes of GFM.
    case standard
    /// Nothing more.
    case replaced
}

extension HTMLDecoration {
    /// GFM as it is.
    public mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering { .standard }

    /// GFM as it is.
    public mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving { .standard }

    /// `align`, as GFM writes it.
    public mutating func writeCellAttributes(isHeader: Bool, alignment: Markup.Alignment, into html: inout [UInt8]) {
        switch alignment {
        case .left: html.write(" align=\"left\"")
        case .center: html.write(" align=\"center\"")
        case .right: html.write(" align=\"right\"")
        case .none: break
        }
    }

    /// A box that cannot be changed.
    public mutating func writeBox(isTicked: Bool, into html: inout [UInt8]) {
        html.write(isTicked ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"> " : "<input disabled=\"\" type=\"checkbox\"> ")
    }

    /// A section with a list in it.
    public mutating func openFootnotes(into html: inout [UInt8]) {
        html.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }

    /// The end of the section.
    public mutating func closeFootnotes(into html: inout [UInt8]) {
        html.write("</ol>\n</section>\n")
    }

    /// An arrow for each reference.
    public mutating func linkBack(from definition: Markup.Node, into html: inout [UInt8]) {
        guard case .footnoteDefinition(let label, _, let references) = definition.kind else { return }
        for occurrence in 1...max(references, 1) {
            html.write(occurrence == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
            html.appendDestination(label)
            if occurrence > 1 {
                html.write("-")
                html.write(Int32(truncatingIfNeeded: occurrence))
            }
            html.write("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
            if occurrence > 1 { html += Array("<sup class=\"footnote-ref\">\(occurrence)</sup>".utf8) }
            html.write("</a>")
        }
    }
}

/// GFM as it is.
public struct PlainHTML: HTMLDecoration {
    /// There is nothing to set.
    public init() {}
}
