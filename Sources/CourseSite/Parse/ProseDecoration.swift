import HTMLBytes
import CommonMark
import Diagnostics
import Templates

/// Writes a text the theme's way, leaves gaps for what only the whole course knows, and notes what is wrong.
struct ProseDecoration: HTMLDecoration {
    let settings: ProseSettings
    /// The text as its author typed it, where it is not shown so.
    let typed: Markup?
    /// The heading that is the page's title, which the page's layout shows.
    private let title: Int?

    var prose = Prose()
    var issues: [DocumentIssue] = []

    /// What is still to be written of the layouts that are open, from the outside in.
    private var open: [OpenElement] = []
    var openLinks: [Int] = []
    private var openHeadings: [(heading: Int, start: Int)] = []
    private var alertCount = 0
    var tableCount = 0
    /// The paragraph that is the caption of the table that comes next.
    var caption: Markup.Node?
    var figureCount = 0
    /// Of those with a caption.
    var playerCounts: [AudioVideo: Int] = [:]
    var blocks = BlockTally()
    var exercises = ExerciseTally()
    /// `nil` before the first block of key points.
    var keyPoints: KeyPointsDraft?

    /// - Parameter title: the ordinal of the heading that is the page's title.
    init(_ settings: ProseSettings, typed: Markup?, title: Int?) {
        self.settings = settings
        self.typed = typed
        self.title = title
    }

    var layouts: ProseLayouts { settings.layouts }

    /// What is put into a shell where it says so.
    struct ElementValues {
        var heading: Int?
        var text = ""
        var number = 0
        var occurrence = 1
        var exercise = 0
        /// What its number is one of; `nil` for notes, which are noted whole.
        var counter: ElementCounter?
    }

    /// An element of which a part is written.
    private struct OpenElement {
        let shell: ElementShell
        let values: ElementValues
        /// Of the shell's bytes and marks, those that are written.
        var position = 0
        var marks = 0
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
            prose.links.append(Link(address: Array(destination), node: node.ordinal))
            write(title: title, into: &html)
            html.append(UInt8(ascii: ">"))
            return .replaced
        case .image(let destination, let title):
            writeImage(node, destination, title, into: &html)
            return .replaced
        case .paragraph: return node.captionOpening.map { enterCaption(node, $0) } ?? writeFigure(node, into: &html)
        case .blockQuote: return enterQuote(node, into: &html)
        case .alertMarker:
            return node.subtree.contains { $0.ordinal != node.ordinal } ? .replaced : .skipped
        case .table: return enterTable(into: &html)
        case .codeBlock(let info):
            writeCode(node, info, into: &html)
            return .replaced
        case .htmlBlock, .htmlInline: return enterHTML(node)
        case .footnoteReference(_, let number, let occurrence):
            let start = html.count
            write(layouts.footnoteReference(isFirst: occurrence == 1), ElementValues(number: number, occurrence: occurrence), into: &html)
            if keyPoints?.isOpen == true { keyPoints?.add(.reference(note: number), start..<html.count) }
            if exercises.isInQuiz { exercises.references.append(start..<html.count) }
            return .replaced
        case .footnoteDefinition(_, let number, _):
            html.append(contentsOf: "<li id=\"l-note-\(number)\">\n".utf8)
            if keyPoints?.hasReferences == true { keyPoints?.openNote(at: html.count) }
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
                    level: entry.level, text: entry.text, typed: entry.typed, explicitID: entry.explicitID, html: start..<html.count,
                    node: entry.node)
            }
            return .replaced
        case .link:
            if let link = openLinks.popLast() { prose.gaps.append(Prose.Gap(offset: html.count, content: .linkEnd(link))) }
            return .replaced
        case .blockQuote:
            guard alertKind(of: node) != nil || BlockKind(of: node) != nil else { return .standard }
            if keyPoints?.openBlock == node.ordinal { keyPoints?.closeBlock(at: html.count, of: html) }
            end(into: &html)
            keyPoints?.close(exercise: node.ordinal, at: html.count)
            return .replaced
        case .alertMarker:
            let isOfKeyPoints = keyPoints?.isInTitle == true
            if isOfKeyPoints { keyPoints?.closeTitle(at: html.count) }
            resume(upTo: .content, into: &html)
            if isOfKeyPoints { keyPoints?.beginContent(at: html.count) }
            return .replaced
        case .table:
            leaveTable(node, into: &html)
            return .replaced
        case .footnoteDefinition(_, let number, _):
            keyPoints?.closeNote(number, at: html.count)
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
        write(layouts.task(isDone: isTicked), ElementValues(), into: &html)
    }

    mutating func openFootnotes(into html: inout [UInt8]) {
        prose.notes = html.count
        begin(layouts.footnotes, ElementValues(), upTo: .content, into: &html)
    }

    mutating func closeFootnotes(into html: inout [UInt8]) {
        end(into: &html)
    }

    mutating func linkBack(from definition: Markup.Node, into html: inout [UInt8]) {
        guard case .footnoteDefinition(_, let number, let references) = definition.kind else { return }
        let start = html.count
        for occurrence in 1...max(1, references) {
            write(layouts.footnoteBack(isFirst: occurrence == 1), ElementValues(number: number, occurrence: occurrence), into: &html)
        }
        if keyPoints?.isOpen == true { keyPoints?.add(.backLinks, start..<html.count) }
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
                level: level, text: text, typed: typed?.node(at: node.ordinal)?.plainText ?? text,
                explicitID: node.explicitID.map { String(decoding: $0, as: UTF8.self) },
                html: html.count..<html.count, node: node.ordinal))
        begin(
            layouts.heading(level: level, hasText: !text.isEmpty), ElementValues(heading: heading, text: text), upTo: .content, into: &html)
    }

    private mutating func enterQuote(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        guard let marker = node.alertMarker else { return .standard }
        if let kind = BlockKind(of: node) { return enter(kind, node, marker, into: &html) }
        guard let kind = alertKind(of: node) else {
            let name = String(decoding: node.alertKind ?? [], as: UTF8.self)
            if let title = node.alertTitle { issues.append(DocumentIssue(.node(title.ordinal), .unknownAlert(name))) }
            return .standard
        }
        alertCount += 1
        if marker.detail != nil { issues.append(DocumentIssue(.blockDetail(node.ordinal), .takesNoTime(kind.rawValue))) }
        let hasTitle = marker.title != nil
        guard let shell = layouts.alert(kind, hasTitle: hasTitle) else { return .standard }
        begin(shell, ElementValues(number: alertCount, counter: .alert), upTo: hasTitle ? .title : .content, into: &html)
        return .replaced
    }

    private func alertKind(of node: Markup.Node) -> AlertKind? {
        node.alertKind.flatMap { AlertKind(rawValue: String(decoding: $0, as: UTF8.self).lowercased()) }
    }

    private mutating func enterHTML(_ node: Markup.Node) -> HTMLEntering {
        let isInline = if case .htmlInline = node.kind { true } else { false }
        if isInline ? node.literal.starts(with: "<!--".utf8) : node.isComment { return .skipped }
        if settings.allowsRawHTML { return .standard }
        // What an end tag ends was reported where it begins.
        if isInline, node.literal.starts(with: "</".utf8) { return .skipped }
        issues.append(DocumentIssue(.node(node.ordinal), .rawHTML))
        return .skipped
    }
}

// MARK: - Layouts

extension ProseDecoration {
    /// Writes an element that holds nothing of the text.
    private mutating func write(_ shell: ElementShell, _ values: ElementValues, into html: inout [UInt8]) {
        open.append(OpenElement(shell: shell, values: values))
        end(into: &html)
    }

    /// Writes an element up to the place where a part of the text belongs.
    mutating func begin(_ shell: ElementShell, _ values: ElementValues, upTo mark: ElementMark, into html: inout [UInt8]) {
        open.append(OpenElement(shell: shell, values: values))
        resume(upTo: mark, into: &html)
    }

    /// Goes on with the innermost element, up to a further place.
    private mutating func resume(upTo end: ElementMark?, into html: inout [UInt8]) {
        guard var element = open.popLast() else { return }
        while element.marks < element.shell.marks.count {
            let mark = element.shell.marks[element.marks]
            html.append(contentsOf: element.shell.bytes[element.position..<mark.offset])
            element.position = mark.offset
            element.marks += 1
            if mark.id == end?.rawValue { break }
            put(mark, of: element.values, into: &html)
        }
        open.append(element)
    }

    /// Writes what belongs at a mark; where a part of the text belongs, it has been written.
    private mutating func put(_ mark: Mark, of values: ElementValues, into html: inout [UInt8]) {
        switch ElementMark(rawValue: mark.id) {
        case .anchor?:
            if let heading = values.heading { prose.gaps.append(Prose.Gap(offset: html.count, content: .anchor(heading: heading))) }
        case .text?: html.appendEscaped(values.text)
        case .number?:
            let start = html.count
            html.append(contentsOf: String(values.number).utf8)
            if let counter = values.counter, keyPoints?.isOpen == true {
                keyPoints?.add(.number(counter, values.number), start..<html.count)
            }
        case .occurrence?: html.append(contentsOf: String(values.occurrence).utf8)
        case .suffix?: html.append(contentsOf: "-\(values.occurrence)".utf8)
        case .exercise?: prose.gaps.append(Prose.Gap(offset: html.count, content: .exerciseID(values.exercise)))
        case .content?, .title?, nil: break
        }
    }

    /// Writes what is left of the innermost element.
    mutating func end(into html: inout [UInt8]) {
        resume(upTo: nil, into: &html)
        if let element = open.popLast() { html.append(contentsOf: element.shell.bytes[element.position...]) }
    }

    /// The finished text.
    consuming func finish(_ html: [UInt8]) -> Prose {
        var prose = prose
        prose.html = html
        prose.keyPoints = keyPoints?.finished
        if !exercises.solutions.isEmpty { prose.html += layouts.quizzes.solutions(exercises.solutions) }
        return prose
    }
}

extension Diagnostic {
    fileprivate static func unknownAlert(_ name: String) -> Diagnostic {
        let known = AlertKind.allCases.map { $0.rawValue.uppercased() } + BlockKind.allCases.map { $0.rawValue.uppercased() }
        return Diagnostic(
            .error, Rule.unknownAlert, "there is no kind of block “\(name)”", at: nil,
            help: nearestName(to: name, among: known).map { "did you mean “[!\($0)]”?" }
                ?? "the kinds are: \(known.joined(separator: ", "))")
    }

    fileprivate static var rawHTML: Diagnostic {
        Diagnostic(
            .error, Rule.rawHTML, "HTML does not reach the page", at: nil,
            help: "write it in Markdown, or put “\\” before the “<”; “markdown: {raw_html: allow}” in site.yml lets HTML through")
    }
}
