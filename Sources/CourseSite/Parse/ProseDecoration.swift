import CommonMark
import Diagnostics
import Templates

/// Writes a text the theme's way, leaves gaps for what only the whole course knows, and notes what is wrong.
struct ProseDecoration: HTMLDecoration {
    private let layouts: ProseLayouts
    private let allowsRawHTML: Bool
    /// The heading that is the page's title, which the page's layout shows.
    private let title: Int?

    private(set) var prose = Prose()
    private(set) var issues: [DocumentIssue] = []

    /// What is still to be written of the layouts that are open, from the outside in.
    private var open: [LayoutRest] = []
    private var openLinks: [Int] = []
    private var openHeadings: [(heading: Int, start: Int)] = []
    private var alertCount = 0
    private var tableCount = 0
    private var rendered = [UInt8]()
    private var marks = [Mark]()

    /// - Parameter title: the ordinal of the heading that is the page's title.
    init(layouts: ProseLayouts, allowsRawHTML: Bool, title: Int?) {
        self.layouts = layouts
        self.allowsRawHTML = allowsRawHTML
        self.title = title
    }

    /// A layout, rendered, of which a part is written.
    private struct LayoutRest {
        let bytes: [UInt8]
        var marks: ArraySlice<Mark>
        var position = 0
        let heading: Int?
    }

    mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        switch node.kind {
        case .heading(let level):
            if node.ordinal == title {
                // The title is shown without its markup, but what is wrong in it is said.
                for inner in node.subtree { if case .htmlInline = inner.kind { _ = enterHTML(inner) } }
                return .skipped
            }
            enterHeading(node, level, into: &html)
            return .replaced
        case .link(let destination, let title):
            openLinks.append(prose.links.count)
            prose.gaps.append(Prose.Gap(offset: html.count, content: .linkStart(prose.links.count)))
            prose.links.append(Link(destination: String(decoding: destination, as: UTF8.self), node: node.ordinal))
            write(title: title, into: &html)
            html.append(UInt8(ascii: ">"))
            return .replaced
        case .image(let destination, let title):
            writeImage(node, destination, title, into: &html)
            return .replaced
        case .blockQuote: return enterQuote(node, into: &html)
        case .alertMarker:
            return node.subtree.contains { $0.ordinal != node.ordinal } ? .replaced : .skipped
        case .table:
            tableCount += 1
            begin(layouts.table, layouts.fields.table.record(number: tableCount), upTo: TableFields.content, into: &html)
            return .standard
        case .codeBlock(let info):
            let language = String(decoding: info.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
            begin(layouts.code, layouts.fields.code.record(language: language), upTo: CodeFields.content, into: &html)
            html.writeEscaped(node.literal)
            end(into: &html)
            return .replaced
        case .htmlBlock, .htmlInline: return enterHTML(node)
        case .footnoteReference(_, let number, let occurrence):
            write(layouts.footnoteReference, layouts.fields.footnote.record(number: number, occurrence: occurrence), into: &html)
            return .replaced
        case .footnoteDefinition(_, let number, _):
            html.append(contentsOf: "<li id=\"l-note-\(number)\">\n".utf8)
            return .replaced
        default: return .standard
        }
    }

    mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving {
        switch node.kind {
        case .heading:
            end(into: &html)
            if let (heading, start) = openHeadings.popLast() {
                let entry = prose.headings[heading]
                prose.headings[heading] = Heading(
                    level: entry.level, text: entry.text, explicitID: entry.explicitID, html: start..<html.count, node: entry.node)
            }
            return .replaced
        case .link:
            if let link = openLinks.popLast() { prose.gaps.append(Prose.Gap(offset: html.count, content: .linkEnd(link))) }
            return .replaced
        case .blockQuote:
            guard alertKind(of: node) != nil else { return .standard }
            end(into: &html)
            return .replaced
        case .alertMarker:
            resume(upTo: AlertFields.content, into: &html)
            return .replaced
        case .table:
            let hasBody = node.children.dropFirst().contains { _ in true }
            html.append(contentsOf: (hasBody ? "</tbody>\n</table>\n" : "</table>\n").utf8)
            end(into: &html)
            return .replaced
        case .footnoteDefinition:
            html.append(contentsOf: "</li>\n".utf8)
            return .replaced
        default: return .standard
        }
    }

    mutating func writeCellAttributes(isHeader: Bool, alignment: Markup.Alignment, into html: inout [UInt8]) {
        if isHeader { html.append(contentsOf: " scope=\"col\"".utf8) }
        switch alignment {
        case .center: html.append(contentsOf: " class=\"center\"".utf8)
        case .right: html.append(contentsOf: " class=\"end\"".utf8)
        case .left, .none: break
        }
    }

    mutating func writeBox(isTicked: Bool, into html: inout [UInt8]) {
        write(layouts.task, layouts.fields.task.record(isDone: isTicked), into: &html)
    }

    mutating func openFootnotes(into html: inout [UInt8]) {
        begin(layouts.footnotes, layouts.fields.footnotes.record(), upTo: FootnotesFields.content, into: &html)
    }

    mutating func closeFootnotes(into html: inout [UInt8]) {
        end(into: &html)
    }

    mutating func linkBack(from definition: Markup.Node, into html: inout [UInt8]) {
        guard case .footnoteDefinition(_, let number, let references) = definition.kind else { return }
        for occurrence in 1...max(1, references) {
            write(layouts.footnoteBack, layouts.fields.footnote.record(number: number, occurrence: occurrence), into: &html)
        }
    }
}

// MARK: - Elements

extension ProseDecoration {
    private mutating func enterHeading(_ node: Markup.Node, _ level: Int, into html: inout [UInt8]) {
        let text = node.plainText
        let heading = prose.headings.count
        openHeadings.append((heading, html.count))
        prose.headings.append(
            Heading(
                level: level, text: text, explicitID: node.explicitID.map { String(decoding: $0, as: UTF8.self) },
                html: html.count..<html.count, node: node.ordinal))
        begin(
            layouts.heading, layouts.fields.heading.record(level: level, title: text), upTo: HeadingFields.content, heading: heading, into: &html)
    }

    private mutating func writeImage(_ node: Markup.Node, _ destination: Markup.Bytes, _ title: Markup.Bytes, into html: inout [UInt8]) {
        let alternative = node.plainText
        let address = String(decoding: destination, as: UTF8.self)
        if alternative.allSatisfy(\.isWhitespace) { issues.append(DocumentIssue(.node(node.ordinal), .missingAlternative(address))) }
        html.append(contentsOf: "<img src=\"".utf8)
        prose.gaps.append(Prose.Gap(offset: html.count, content: .imageSource(prose.images.count)))
        prose.images.append(Link(destination: address, node: node.ordinal))
        html.append(contentsOf: "\" alt=\"".utf8)
        html.appendEscaped(alternative)
        html.append(UInt8(ascii: "\""))
        write(title: title, into: &html)
        html.append(UInt8(ascii: ">"))
    }

    private func write(title: Markup.Bytes, into html: inout [UInt8]) {
        guard !title.isEmpty else { return }
        html.append(contentsOf: " title=\"".utf8)
        html.writeEscaped(title)
        html.append(UInt8(ascii: "\""))
    }

    private mutating func enterQuote(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        guard let marker = node.alertMarker else { return .standard }
        guard let kind = alertKind(of: node) else {
            let name = String(decoding: node.alertKind ?? [], as: UTF8.self)
            if let title = node.alertTitle { issues.append(DocumentIssue(.node(title.ordinal), .unknownAlert(name))) }
            return .standard
        }
        alertCount += 1
        let hasTitle = marker.title != nil
        let record = layouts.fields.alert.record(kind, number: alertCount, hasTitle: hasTitle)
        begin(layouts.alert, record, upTo: hasTitle ? AlertFields.title : AlertFields.content, into: &html)
        return .replaced
    }

    private func alertKind(of node: Markup.Node) -> AlertKind? {
        node.alertKind.flatMap { AlertKind(rawValue: String(decoding: $0, as: UTF8.self).lowercased()) }
    }

    private mutating func enterHTML(_ node: Markup.Node) -> HTMLEntering {
        let isInline = if case .htmlInline = node.kind { true } else { false }
        if isInline ? node.literal.starts(with: "<!--".utf8) : node.isComment { return .skipped }
        if allowsRawHTML { return .standard }
        // What an end tag ends was reported where it begins.
        if isInline, node.literal.starts(with: "</".utf8) { return .skipped }
        issues.append(DocumentIssue(.node(node.ordinal), .rawHTML))
        return .skipped
    }
}

// MARK: - Layouts

extension ProseDecoration {
    /// Writes a layout that holds nothing of the text.
    private mutating func write(_ layout: Template, _ record: Record, into html: inout [UInt8]) {
        marks.removeAll(keepingCapacity: true)
        layout.render(record, into: &html, marks: &marks)
    }

    /// Writes a layout up to the place where a part of the text belongs.
    private mutating func begin(_ layout: Template, _ record: Record, upTo mark: Int, heading: Int? = nil, into html: inout [UInt8]) {
        rendered.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        layout.render(record, into: &rendered, marks: &marks)
        open.append(LayoutRest(bytes: rendered, marks: marks[...], heading: heading))
        resume(upTo: mark, into: &html)
    }

    /// Goes on with the innermost layout, up to a further place.
    private mutating func resume(upTo mark: Int, into html: inout [UInt8]) {
        guard var rest = open.popLast() else { return }
        while let next = rest.marks.popFirst() {
            html.append(contentsOf: rest.bytes[rest.position..<next.offset])
            rest.position = next.offset
            if next.id == mark { break }
            if let heading = rest.heading, next.id == HeadingFields.anchor {
                prose.gaps.append(Prose.Gap(offset: html.count, content: .anchor(heading: heading)))
            }
        }
        open.append(rest)
    }

    /// Writes what is left of the innermost layout.
    private mutating func end(into html: inout [UInt8]) {
        resume(upTo: -1, into: &html)
        if let rest = open.popLast() { html.append(contentsOf: rest.bytes[rest.position...]) }
    }

    /// The finished text.
    consuming func finish(_ html: [UInt8]) -> Prose {
        var prose = prose
        prose.html = html
        return prose
    }
}

extension Diagnostic {
    fileprivate static func missingAlternative(_ image: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingAlternative, "the image “\(image)” has no alternative text", at: nil,
            help: "say between the brackets what it shows, for those who do not see it: ![A map of the district](…)")
    }

    fileprivate static func unknownAlert(_ name: String) -> Diagnostic {
        let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
        return Diagnostic(
            .error, Rule.unknownAlert, "there is no kind of remark “\(name)”", at: nil,
            help: nearestName(to: name, among: known).map { "did you mean “[!\($0)]”?" } ?? "the kinds are: \(known.joined(separator: ", "))")
    }

    fileprivate static var rawHTML: Diagnostic {
        Diagnostic(
            .error, Rule.rawHTML, "HTML does not reach the page", at: nil,
            help: "write it in Markdown, or put “\\” before the “<”; “markdown: {raw_html: allow}” in site.yml lets HTML through")
    }
}
