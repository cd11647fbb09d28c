import CommonMark
import Diagnostics
import Templates

/// Reads pages, one after another: encoding, front matter, Markdown. One for each thread.
final class DocumentReader {
    /// The largest page in bytes; a book fits into it.
    static let sizeLimit = 8 << 20

    private let settings: ReadingSettings
    private let markdown = MarkupParser()
    /// The HTML of the page that is read, before it is known how long it gets.
    private var html = [UInt8]()

    init(_ settings: ReadingSettings) {
        self.settings = settings
    }

    struct Result: Sendable {
        /// `nil` where the file cannot be read as a page.
        var document: Document?
        /// What the file holds.
        var content: Fingerprint?
        var issues: [DocumentIssue] = []
        var diagnostics: [Diagnostic] = []
    }

    func read(_ file: PageFile, _ bytes: [UInt8], locale: Int) -> Result {
        guard bytes.count <= Self.sizeLimit else {
            return Result(diagnostics: [.tooLarge(file.path, size: bytes.count, limit: Self.sizeLimit)])
        }
        let report = FileReport(file.path, bytes)
        guard TextEncoding.check(bytes, report: report) else { return Result(diagnostics: report.diagnostics) }
        let (readable, bodyStart) = FrontMatterReader.read(bytes, report: report)
        let frontMatter = readable ?? FrontMatter()
        let markup = markdown.parse(bytes, from: bodyStart, positions: .none)
        if let refusal = markup.refusal { report.add(.refused(refusal, at: report.location(of: refusal.range))) }
        if markup.mayHaveFootnoteIssues {
            let issues = markdown.parse(bytes, from: bodyStart, positions: .recovered).footnoteIssues
            for issue in issues { report.add(.footnote(issue), at: report.location(of: issue.range)) }
        }

        let title = frontMatter.title?.value ?? markup.firstHeading?.plainText
        // What is compared, and what anchors are made of, is the text as it was typed; what is shown is the text as it is set.
        let settings = settings.locales[locale]
        let typographer = settings.typographer
        let set = typographer?.set(markup)
        var formatter = HTMLFormatter(
            decoration: ProseDecoration(settings, typed: set == nil ? nil : markup, title: markup.titleHeading(of: frontMatter)?.ordinal))
        if !frontMatter.objectives.isEmpty { formatter.decoration.blocks.countObjectives() }
        html.removeAll(keepingCapacity: true)
        formatter.format((set ?? markup).root, into: &html)

        var result = Result(content: Fingerprint(bytes), issues: formatter.decoration.issues, diagnostics: report.diagnostics)
        if title == nil || title?.isEmpty == true, readable != nil, markup.refusal == nil {
            result.issues.append(DocumentIssue(.file, .missingTitle))
        }
        let name = title ?? String(file.key.stem)
        let prose = formatter.decoration.finish(Array(html[...]))
        result.document = Document(
            file: file, locale: locale, frontMatter: typographer.map(frontMatter.set(by:)) ?? frontMatter,
            title: typographer?.set(name) ?? name, prose: prose,
            terms: file.key.isGlossary ? GlossaryTerm.all(in: prose, of: set ?? markup) : [])
        return result
    }

    /// Where issues of a page stand; what a page that has changed in between no longer has is placed at the file.
    func locate(_ issues: [DocumentIssue], in file: PageFile, _ bytes: [UInt8]) -> [Diagnostic] {
        let report = FileReport(file.path, bytes)
        let (_, bodyStart) = FrontMatterReader.read(bytes, report: FileReport(file.path, bytes))
        let markup = markdown.parse(bytes, from: bodyStart, positions: .recovered)
        for issue in issues {
            switch issue.place {
            case .file: report.add(issue.diagnostic, at: report.fileLocation)
            case .value(let start, let end): report.add(issue.diagnostic, at: report.location(from: start, to: end))
            case .node(let ordinal):
                report.add(issue.diagnostic, at: markup.node(at: ordinal).map { report.location(of: $0.range) } ?? report.fileLocation)
            case .destination(let ordinal):
                report.add(
                    issue.diagnostic, at: markup.node(at: ordinal).map { report.location(of: $0.destinationRange) } ?? report.fileLocation)
            case .blockDetail(let ordinal):
                report.add(issue.diagnostic, at: markup.node(at: ordinal)?.alertMarker?.detail.map(report.location) ?? report.fileLocation)
            case .blockID(let ordinal):
                report.add(issue.diagnostic, at: markup.node(at: ordinal)?.alertMarker?.id.map(report.location) ?? report.fileLocation)
            }
        }
        return report.diagnostics
    }
}

extension Markup {
    /// The first of level one, which gives the page its title where the front matter does not.
    fileprivate var firstHeading: Node? {
        root.children.first { if case .heading(level: 1) = $0.kind { true } else { false } }
    }

    /// The heading that says the page's title; nothing where the front matter says another.
    func titleHeading(of frontMatter: FrontMatter) -> Node? {
        firstHeading.flatMap { heading in frontMatter.title.map { $0.value == heading.plainText } ?? true ? heading : nil }
    }
}

extension Diagnostic {
    static func tooLarge(_ path: SourcePath, size: Int, limit: Int, what: String = "a page") -> Diagnostic {
        Diagnostic(
            .error, Rule.fileTooLarge, "the file has \(size) bytes; \(what) may have \(limit)", at: SourceLocation(path: path.string),
            help: what == "a page" ? "split it into several pages" : "make it shorter")
    }

    fileprivate static var missingTitle: Diagnostic {
        Diagnostic(
            .error, Rule.missingTitle, "the page has no title", at: nil,
            help: "add “title: …” to its front matter, or begin its text with a heading “# …”")
    }

    fileprivate static func footnote(_ issue: FootnoteIssue) -> Diagnostic {
        switch issue.problem {
        case .unreferenced:
            Diagnostic(
                .warning, Rule.footnote, "nothing refers to the footnote “\(issue.label)”, and it is not shown", at: nil,
                help: "refer to it with [^\(issue.label)], or take it out")
        case .doubled:
            Diagnostic(
                .error, Rule.footnote, "the footnote “\(issue.label)” is defined a second time, and this text is not shown", at: nil,
                help: "give one of the two another label")
        case .undefined:
            Diagnostic(
                .error, Rule.footnote, "the footnote “\(issue.label)” is not defined", at: nil,
                help: "add a line “[^\(issue.label)]: …”, or put “\\” before the “[” where no footnote is meant")
        }
    }

    fileprivate static func refused(_ refusal: MarkupRefusal, at location: SourceLocation) -> Diagnostic {
        switch refusal.reason {
        case .nestedTooDeeply(let limit):
            Diagnostic(
                .error, Rule.nestingTooDeep, "quotes, lists or emphasis are nested more than \(limit) deep", at: location,
                help: "take out levels: nobody can follow so many")
        case .tableTooWide(let columns, let limit):
            Diagnostic(
                .error, Rule.tableTooWide, "the table has \(columns) columns; \(limit) are possible", at: location,
                help: "split it, or offer it as a file to download")
        case .tooManyUnclosed(let opening):
            Diagnostic(
                .error, Rule.pathologicalMarkup, "“\(opening)” stands here again and again without what would end it", at: location,
                help: "end it, or put “\\” before it")
        }
    }
}
