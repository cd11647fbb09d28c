import CommonMark
import Diagnostics
import Templates

@testable import CourseSite

/// A reader of authors' files that must bear any bytes, and what has to hold of what it makes of them.
///
/// `make fuzz` looks for bytes that it does not bear; those that it found lie in `Corpus/`, and each test run tries them again.
enum FuzzTarget: String, CaseIterable, Sendable {
    case frontMatter = "front-matter"
    case markdown
    case media
    case settings
    case templates

    /// What does not hold; `nil` where all is well.
    func complaint(about bytes: [UInt8]) -> String? {
        switch self {
        case .frontMatter: FuzzedFrontMatter(bytes).complaint
        case .markdown: FuzzedPage(bytes).complaint
        case .media: mediaComplaint(bytes)
        case .settings: settingsComplaint(bytes)
        case .templates: FuzzedTheme(bytes).complaint
        }
    }

    /// Any bytes may be those of an image, of a drawing and of captions.
    private func mediaComplaint(_ bytes: [UInt8]) -> String? {
        let inspection = SVGInspector.inspect(bytes)
        if inspection.problems.isEmpty, !inspection.isSVG { return "it is no SVG, and there is no reason why" }
        let transcript = String(decoding: Transcript.html(of: bytes), as: UTF8.self)
        let tags = ["<p>", "</p>", "<b>", "</b>"].reduce(0) {
            $0 + transcript.split(separator: $1, omittingEmptySubsequences: false).count - 1
        }
        if transcript.utf8.count(where: { $0 == UInt8(ascii: "<") }) != tags { return "a transcript with other tags than its own" }
        var problems = inspection.problems + WebVTT.problems(in: bytes)
        for name in ["a", "a.png", "a.svg"] {
            let measurement = ImageMeasurer.measure(bytes, name: name)
            if case .size(let size, _) = measurement, size.width < 1 || size.height < 1 { return "a side without length" }
            problems += [measurement.problem].compactMap { $0 }
        }
        for range in problems.compactMap(\.range) where range.lowerBound < 0 || range.upperBound > bytes.count {
            return "a place outside the file: \(range)"
        }
        let report = FileReport(SourcePath("a"), bytes)
        report.add(problems)
        return report.diagnostics.complaint(in: bytes)
    }

    private func settingsComplaint(_ bytes: [UInt8]) -> String? {
        let (configuration, diagnostics) = SiteConfigurationReader.read(bytes)
        if configuration == nil, diagnostics.errorCount == 0 { return "there is no configuration, and no reason why" }
        if let configuration, configuration.locales.isEmpty { return "there is no locale" }
        return diagnostics.complaint(in: bytes)
    }
}

extension [Diagnostic] {
    /// Whether each can be shown, at a place that the text has.
    func complaint(in bytes: [UInt8]) -> String? {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        for diagnostic in self {
            guard let location = diagnostic.location else { return "no place: \(diagnostic)" }
            if location.start > location.end { return "ends before it begins: \(diagnostic)" }
            if location.start.line < 1 || location.start.line > lines + 1 || location.start.column < 1 {
                return "outside the text: \(diagnostic)"
            }
        }
        return TerminalRenderer(colour: false).render(self).utf8.contains(0x1B) ? "a control character reaches the terminal" : nil
    }
}

/// Bytes between two fences.
private struct FuzzedFrontMatter {
    let complaint: String?

    init(_ yaml: [UInt8]) {
        let bytes = Array("---\n".utf8) + yaml + Array("\n---\ntext\n".utf8)
        let report = FileReport(SourcePath("a.md"), bytes)
        guard TextEncoding.check(bytes, report: report) else {
            complaint = report.diagnostics.complaint(in: bytes)
            return
        }
        let (frontMatter, bodyStart) = FrontMatterReader.read(bytes, report: report)
        if !(8...bytes.count).contains(bodyStart) {
            complaint = "the text begins at \(bodyStart)"
        } else if frontMatter == nil, report.diagnostics.errorCount == 0 {
            complaint = "there is no front matter, and no reason why"
        } else {
            complaint = report.diagnostics.complaint(in: bytes)
        }
    }
}

/// A page as the fixtures' theme shows it.
private struct FuzzedPage {
    private static let locale = Locale(code: "fr", name: "Français", direction: .leftToRight)
    private static let layouts: ProseLayouts = {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        guard let files = try? DiskFiles(root: "/\(tests)/Fixtures/_shared") else { return .plain }
        var reader = ThemeReader(files: files)
        guard let folder = try? reader.read("plain", namedAt: SourceLocation(path: "site.yml")) else { return .plain }
        var compiler = ThemeCompiler(folder, highlightsCode: false)
        return (try? compiler.compile(for: [locale], workers: Workers(count: 1)))?.locales.first?.prose ?? .plain
    }()

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var complaint: String? {
        guard let key = PageKey("core/01.md") else { return "no page can lie here" }
        let file = PageFile(key: key, path: SourcePath("content/fr/core/01.md"), stamp: FileStamp(size: bytes.count))
        let settings = ProseSettings(
            layouts: Self.layouts, typographer: Typographer(locale: Self.locale.code), captionWord: TableCaption.word(in: Self.locale),
            allowsRawHTML: false,
            notesCode: true)
        let reader = DocumentReader(ReadingSettings(locales: [settings]))
        let result = reader.read(file, bytes, locale: 0)
        guard let document = result.document else {
            return result.diagnostics.isEmpty ? "no reason why" : result.diagnostics.complaint(in: bytes)
        }
        return (result.diagnostics + reader.locate(result.issues, in: file, bytes)).complaint(in: bytes)
            ?? complaint(about: document.prose) ?? complaintAboutPositions
    }

    /// Gaps lie in the text in their order, and links are closed in the order in which they were opened.
    private func complaint(about prose: Prose) -> String? {
        var position = 0
        var open = [Int]()
        for gap in prose.gaps {
            guard (position...prose.html.count).contains(gap.offset) else {
                return "a gap at \(gap.offset) of \(prose.html.count) after \(position)"
            }
            position = gap.offset
            switch gap.content {
            case .linkStart(let link): open.append(link)
            case .linkEnd(let link): if open.popLast() != link { return "the link \(link) ends where it is not open" }
            case .anchor(let heading): if !prose.headings.indices.contains(heading) { return "no heading \(heading)" }
            case .imageSource(let image), .imageSize(let image): if !prose.images.indices.contains(image) { return "no image \(image)" }
            case .code(let code):
                guard prose.codes.indices.contains(code) else { return "no code \(code)" }
                if gap.offset + prose.codes[code].length > prose.html.count { return "the code \(code) ends behind the text" }
            case .player(let player): if !prose.players.indices.contains(player) { return "no player \(player)" }
            case .exerciseID(let exercise): if !prose.exercises.indices.contains(exercise) { return "no exercise \(exercise)" }
            case .answerValue(let exercise, let answer):
                guard prose.exercises.indices.contains(exercise), prose.exercises[exercise].answers.indices.contains(answer) else {
                    return "no answer \(answer) of the exercise \(exercise)"
                }
            }
        }
        if !open.isEmpty { return "the links \(open) do not end" }
        let headings = prose.headings.allSatisfy {
            0 <= $0.html.lowerBound && $0.html.upperBound <= prose.html.count && (1...6).contains($0.level)
        }
        return headings ? nil : "a heading lies outside the text"
    }

    /// The same tree with and without positions, which lie in the text and each in that of its parent.
    private var complaintAboutPositions: String? {
        let parser = MarkupParser()
        let rough = parser.parse(bytes, positions: .none)
        let exact = parser.parse(bytes, positions: .recovered)
        if rough.refusal?.reason != exact.refusal?.reason { return "only one of two parses is refused" }
        let (roughNodes, exactNodes) = (Array(rough.root.subtree), Array(exact.root.subtree))
        if roughNodes.map(\.kind) != exactNodes.map(\.kind) { return "two parses differ" }
        for node in roughNodes + exactNodes {
            for range in [node.range, node.destinationRange] where range.lowerBound < 0 || range.upperBound > bytes.count {
                return "a place outside the text: \(range)"
            }
        }
        for issue in exact.footnoteIssues where issue.range.upperBound > bytes.count { return "a footnote outside the text: \(issue)" }
        return nil
    }
}

/// Layouts, partials and a string, apart from each other by lines of `===`.
private struct FuzzedTheme {
    private let sources: [String: SourceText]
    private let strings: StringTable

    init(_ bytes: [UInt8]) {
        let names = ["page", "a", "b", "s"]
        var parts = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n===\n", maxSplits: names.count - 1, omittingEmptySubsequences: false)[...]
        var sources = [String: SourceText]()
        for name in names.dropLast() {
            sources[name] = SourceText(path: "\(name).mustache", bytes: Array((parts.popFirst() ?? "").utf8))
        }
        let string = String(parts.first ?? "")
        let place = SourceText(path: "strings/fr.yml", bytes: Array(string.utf8)).location(of: 0..<string.utf8.count)
        self.sources = sources
        strings = StringTable(locale: "fr", entries: ["s": StringTable.Entry(string, in: place.path, at: place)])
    }

    var complaint: String? {
        var linkBuilder = RecordSchema.Builder("link")
        let label = linkBuilder.text("label", "")
        let links = linkBuilder.listOfItself("links", "")
        let link = linkBuilder.finish()
        var builder = RecordSchema.Builder("page")
        let title = builder.text("title", "")
        let body = builder.html("body", "")
        let isHome = builder.flag("isHome", "")
        let contents = builder.list("contents", of: link, "")
        let next = builder.record("next", of: link, "")
        let schema = builder.finish()

        let (library, diagnostics) = TemplateLibrary.compile(roots: [.init("page", schema)], sources: sources, strings: strings)
        for diagnostic in diagnostics {
            guard let location = diagnostic.location, let source = sources.values.first(where: { $0.path == location.path }) else {
                continue
            }
            if let complaint = [diagnostic].complaint(in: source.bytes) { return complaint }
        }
        var inner = Record(link)
        inner[label] = "<b>"
        var outer = Record(link)
        outer[label] = "a"
        outer[links] = [inner, inner]
        var record = Record(schema)
        record[title] = "T & U"
        record[body] = .mark(7)
        record[isHome] = true
        record[contents] = [outer, inner]
        record[next] = outer
        var (output, marks) = ([UInt8](), [Mark]())
        guard let template = library["page"] else { return "the layout is lost" }
        template.render(record, into: &output, marks: &marks)
        return marks.allSatisfy { $0.id == 7 && $0.offset <= output.count } ? nil : "a mark outside the text"
    }
}
