import Diagnostics

/// Reads a template into nodes: pairs the tags, and settles which white space belongs to a tag and which to the text.
///
/// A tag that is alone on its line takes the line with it. A parent tag counts as alone when nothing stands before it and nothing after
/// its end; a block may share its line with the parent tag around it.
struct TemplateParser {
    /// How deep tags nest in a template, and templates in templates. Far beyond what a page needs, and well within any thread's stack.
    static let nestingLimit = 100

    private struct OpenTag {
        let tag: TagScanner.Tag
        let node: Int
        /// The text node before a parent tag that begins its line.
        var leadingText: Int?
    }

    private let source: SourceText
    private var nodes: [ParsedTemplate.Node] = []
    private var open: [OpenTag] = []
    /// Up to here the template is read.
    private var cursor = 0
    private var diagnostics: [Diagnostic] = []

    /// Total: what cannot be read is reported and left out.
    static func parse(_ source: SourceText) -> (template: ParsedTemplate, diagnostics: [Diagnostic]) {
        var parser = TemplateParser(source: source)
        parser.readAll()
        return (ParsedTemplate(source: source, nodes: parser.nodes), parser.diagnostics)
    }

    private init(source: SourceText) {
        self.source = source
    }

    private mutating func readAll() {
        var scanner = TagScanner(source.bytes)
        while let item = scanner.next() {
            switch item {
            case .problem(let problem, let range):
                let text = String(decoding: source.bytes[range], as: UTF8.self)
                diagnostics.append(.unreadableTag(text, problem, at: source.location(of: range)))
            case .tag(let tag):
                guard open.count < Self.nestingLimit else {
                    diagnostics.append(.tagsNestTooDeep(limit: Self.nestingLimit, at: source.location(of: tag.range)))
                    return close(downTo: 0)
                }
                read(tag)
            }
        }
        addText(upTo: source.bytes.count, beforeTag: false)
        reportUnclosed(open[...])
        close(downTo: 0)
    }

    private mutating func read(_ tag: TagScanner.Tag) {
        if isInParent, ![.block, .close, .comment].contains(tag.kind) {
            diagnostics.append(.ignoredContent(at: source.location(of: tag.range)))
        }
        switch tag.kind {
        case .variable: addInline(tag, .variable)
        case .verbatim: addInline(tag, .verbatim)
        case .comment: _ = addText(before: tag)
        case .partial: addAlone(tag, .partial)
        case .section:
            addAlone(tag, .section)
            opened(tag)
        case .inverted:
            addAlone(tag, .inverted)
            opened(tag)
        case .parent:
            let beginsLine = blanksBefore(tag) != nil && !isInParent
            addInline(tag, .parent)
            opened(tag, leadingText: beginsLine ? nodes.count - 2 : nil)
        case .block: openBlock(tag)
        case .close: closeTag(tag)
        }
    }

    // MARK: Tags

    private mutating func addInline(_ tag: TagScanner.Tag, _ kind: ParsedTemplate.Node.Kind) {
        addText(upTo: tag.range.lowerBound, beforeTag: true)
        cursor = tag.range.upperBound
        addNode(kind, tag.name)
    }

    private mutating func addAlone(_ tag: TagScanner.Tag, _ kind: ParsedTemplate.Node.Kind) {
        let indent = addText(before: tag)
        addNode(kind, tag.name, indent: indent)
    }

    private mutating func openBlock(_ tag: TagScanner.Tag) {
        let blanks = blanksBefore(tag)
        if let lineEnd = lineEnd(after: tag), blanks != nil || isInParent {
            addText(upTo: blanks?.lowerBound ?? tag.range.lowerBound, beforeTag: false)
            cursor = lineEnd
            addNode(.block(opensLine: true), tag.name, indent: blanks)
        } else {
            addText(upTo: tag.range.lowerBound, beforeTag: true)
            cursor = tag.range.upperBound
            addNode(.block(opensLine: false), tag.name, indent: blanks)
        }
        opened(tag)
    }

    private mutating func opened(_ tag: TagScanner.Tag, leadingText: Int? = nil) {
        open.append(OpenTag(tag: tag, node: nodes.count - 1, leadingText: leadingText))
    }

    private mutating func closeTag(_ tag: TagScanner.Tag) {
        guard let index = indexOfOpened(by: tag) else {
            _ = addText(before: tag)
            diagnostics.append(.closesNothing(name(tag), innermost: open.last.map { name($0.tag) }, at: source.location(of: tag.range)))
            return
        }
        reportUnclosed(open[(index + 1)...])
        close(downTo: index + 1)
        switch open[index].tag.kind {
        case .parent:
            addText(upTo: tag.range.lowerBound, beforeTag: true)
            cursor = tag.range.upperBound
            if let leadingText = open[index].leadingText, let lineEnd = lineEnd(after: tag) {
                nodes[open[index].node].indent = nodes[leadingText].range
                nodes[leadingText].kind = .text(startsLine: false)
                nodes[leadingText].range = nodes[leadingText].range.prefix(0)
                cursor = lineEnd
            }
        case .block where index > 0 && open[index - 1].tag.kind == .parent:
            let blanks = blanksBefore(tag)
            addText(upTo: blanks?.lowerBound ?? tag.range.lowerBound, beforeTag: blanks == nil)
            cursor = tag.range.upperBound
        default:
            _ = addText(before: tag)
        }
        close(downTo: index)
    }

    /// The innermost open tag of the same name; else the innermost, if its name was only mistyped, which is reported.
    private mutating func indexOfOpened(by tag: TagScanner.Tag) -> Int? {
        if let index = open.lastIndex(where: { name($0.tag) == name(tag) }) { return index }
        guard let innermost = open.last, nearestName(to: name(tag), among: [name(innermost.tag)]) != nil else { return nil }
        diagnostics.append(.mistypedEnd(name(tag), of: name(innermost.tag), at: source.location(of: tag.range)))
        return open.count - 1
    }

    private mutating func close(downTo count: Int) {
        for tag in open[count...] { nodes[tag.node].end = nodes.count }
        open.removeSubrange(count...)
    }

    private mutating func reportUnclosed(_ tags: ArraySlice<OpenTag>) {
        for unclosed in tags {
            diagnostics.append(.unclosed(name(unclosed.tag), at: source.location(of: unclosed.tag.range)))
        }
    }

    private var isInParent: Bool { open.last?.tag.kind == .parent }

    private func name(_ tag: TagScanner.Tag) -> String {
        String(decoding: source.bytes[tag.name], as: UTF8.self)
    }

    // MARK: Text and lines

    /// The text before a tag that may stand alone, and the tag's indentation if it does.
    private mutating func addText(before tag: TagScanner.Tag) -> Range<Int>? {
        guard let blanks = blanksBefore(tag), let lineEnd = lineEnd(after: tag) else {
            addText(upTo: tag.range.lowerBound, beforeTag: true)
            cursor = tag.range.upperBound
            return nil
        }
        addText(upTo: blanks.lowerBound, beforeTag: false)
        cursor = lineEnd
        return blanks
    }

    /// One node a line. `beforeTag`: the last line goes on with a tag, so it has a node even where it is still empty.
    private mutating func addText(upTo end: Int, beforeTag: Bool) {
        guard !isInParent else { return ignoreText(upTo: end) }
        while cursor < end {
            let lineEnd = source.bytes[cursor..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
            addNode(.text(startsLine: isLineStart(cursor)), cursor..<lineEnd)
            cursor = lineEnd
        }
        if beforeTag, isLineStart(end) { addNode(.text(startsLine: true), end..<end) }
    }

    private mutating func ignoreText(upTo end: Int) {
        let text = source.bytes[min(cursor, end)..<end]
        if let first = text.firstIndex(where: { !$0.isBlank && !$0.isLineEnd }),
            let last = text.lastIndex(where: { !$0.isBlank && !$0.isLineEnd })
        {
            diagnostics.append(.ignoredContent(at: source.location(of: first..<(last + 1))))
        }
        cursor = max(cursor, end)
    }

    private mutating func addNode(_ kind: ParsedTemplate.Node.Kind, _ range: Range<Int>, indent: Range<Int>? = nil) {
        nodes.append(ParsedTemplate.Node(kind: kind, range: range, indent: indent, end: nodes.count + 1))
    }

    private func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || source.bytes[offset - 1] == UInt8(ascii: "\n")
    }

    /// The blanks between the beginning of the line and the tag; none if something else stands there.
    private func blanksBefore(_ tag: TagScanner.Tag) -> Range<Int>? {
        var start = tag.range.lowerBound
        while start > cursor, source.bytes[start - 1].isBlank { start -= 1 }
        return isLineStart(start) ? start..<tag.range.lowerBound : nil
    }

    /// Where the next line begins; none if something but blanks stands between the tag and it.
    private func lineEnd(after tag: TagScanner.Tag) -> Int? {
        let rest = source.bytes[tag.range.upperBound...].drop(while: \.isBlank)
        if rest.isEmpty { return source.bytes.count }
        if rest.starts(with: "\n".utf8) { return rest.startIndex + 1 }
        if rest.starts(with: "\r\n".utf8) { return rest.startIndex + 2 }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unreadableTag(_ text: String, _ problem: TagScanner.Problem, at location: SourceLocation) -> Diagnostic {
        let (message, help) =
            switch problem {
            case .unclosed: ("this tag is never closed", "tags end in }}, those that begin with {{{ in }}}")
            case .noName: ("this tag has no name", nil)
            case .badName: ("“\(text)” is not a name", "names are letters, digits, “-” and “_”, joined by dots")
            case .delimiters: ("other delimiters than {{ and }} are not supported", "leave the tag out")
            case .dynamicName: ("names of templates cannot be variables", "choose between templates with sections")
            } as (String, String?)
        return Diagnostic(.error, TemplateRule.templateSyntax, message, at: location, help: help)
    }

    fileprivate static func closesNothing(_ name: String, innermost: String?, at location: SourceLocation) -> Diagnostic {
        let help = innermost.map { "what is open here is “\($0)”" } ?? "nothing is open here"
        return Diagnostic(.error, TemplateRule.templateSyntax, "{{/\(name)}} closes nothing", at: location, help: help)
    }

    fileprivate static func mistypedEnd(_ name: String, of opened: String, at location: SourceLocation) -> Diagnostic {
        let message = "{{/\(name)}} does not close “\(opened)”"
        return Diagnostic(.error, TemplateRule.templateSyntax, message, at: location, help: "write {{/\(opened)}}")
    }

    fileprivate static func unclosed(_ name: String, at location: SourceLocation) -> Diagnostic {
        let message = "“\(name)” is opened here and never closed"
        return Diagnostic(.error, TemplateRule.templateSyntax, message, at: location, help: "add {{/\(name)}}")
    }

    fileprivate static func tagsNestTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.templateLimit, "tags nest deeper than \(limit) here", at: location,
            help: "the rest of the template is not read; move parts of it into partials")
    }

    fileprivate static func ignoredContent(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .warning, TemplateRule.ignoredContent, "this stands outside the parent’s blocks and is never shown", at: location,
            help: "put it into a block, or make it a comment {{! … }}")
    }
}
