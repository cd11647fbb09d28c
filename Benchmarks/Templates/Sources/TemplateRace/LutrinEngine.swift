import Diagnostics
import Templates

/// Lutrin's own: layouts compiled against a schema, values in its slots, bytes into a buffer that is used again.
struct LutrinEngine: TemplateEngine {
    let name = "Lutrin"
    private let fields = SampleFields()
    private let template: Template

    /// Layouts that do not fit the schema.
    struct Mistakes: Error {
        let messages: [String]
    }

    init() throws {
        let sources = Dictionary(uniqueKeysWithValues: Layouts.all.map { ($0, SourceText(path: $0, bytes: Array($1.utf8))) })
        let (library, diagnostics) = TemplateLibrary.compile(
            roots: [.init("session", fields.schema)], sources: sources, strings: StringTable(locale: "en", entries: [:]))
        guard diagnostics.isEmpty, let template = library["session"] else { throw Mistakes(messages: diagnostics.map(\.message)) }
        self.template = template
    }

    func render(_ page: SamplePage) -> [UInt8] {
        var output = [UInt8]()
        var marks = [Mark]()
        template.render(fields.record(page), into: &output, marks: &marks)
        return output
    }

    func rateOfRendering(_ page: SamplePage) -> Double {
        let record = fields.record(page)
        var output = [UInt8]()
        var marks = [Mark]()
        return pagesPerSecond {
            output.removeAll(keepingCapacity: true)
            template.render(record, into: &output, marks: &marks)
            return output.count
        }
    }
}

/// The sample's schema.
struct SampleFields {
    let schema: RecordSchema
    private let link = LinkFields()
    private let heading = HeadingFields()
    private let module: ModuleFields
    private let lang, title, summary, moduleLabel, duration: Field<Text>
    private let prose: Field<HTML>
    private let draft: Field<Bool>
    private let objectives, contents, modules: Field<[Record]>
    private let previous, next: Field<Record?>

    init() {
        module = ModuleFields(link)
        var builder = RecordSchema.Builder("page")
        lang = builder.text("lang", "Its language")
        title = builder.text("title", "Its title")
        summary = builder.text("summary", "What it is about")
        moduleLabel = builder.text("module", "Its module")
        duration = builder.text("duration", "How long it takes")
        prose = builder.html("prose", "Its text")
        draft = builder.flag("draft", "Whether it is not done")
        objectives = builder.list("objectives", of: heading.schema, "What is learnt")
        contents = builder.list("contents", of: heading.schema, "Its headings")
        modules = builder.list("modules", of: module.schema, "All modules")
        previous = builder.record("previous", of: link.schema, "The page before")
        next = builder.record("next", of: link.schema, "The page after")
        schema = builder.finish()
    }

    func record(_ page: SamplePage) -> Record {
        var record = Record(schema)
        record[lang] = Text(page.lang)
        record[title] = Text(page.title)
        record[summary] = Text(page.summary)
        record[moduleLabel] = Text(page.module)
        record[duration] = Text(page.duration)
        record[prose] = HTML(page.prose)
        record[objectives] = page.objectives.map { heading.record(anchor: "", text: $0) }
        record[contents] = page.contents.map { heading.record(anchor: $0.anchor, text: $0.text) }
        record[modules] = page.modules.map { module.record($0, link) }
        record[previous] = link.record(page.previous)
        record[next] = link.record(page.next)
        return record
    }
}

private struct LinkFields {
    let schema: RecordSchema
    private let href, text: Field<Text>
    private let current: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("link")
        href = builder.text("href", "Where it leads")
        text = builder.text("text", "What it says")
        current = builder.flag("current", "Whether it is the page itself")
        schema = builder.finish()
    }

    func record(_ link: SamplePage.Link) -> Record {
        var record = Record(schema)
        record[href] = Text(link.href)
        record[text] = Text(link.text)
        record[current] = link.isCurrent
        return record
    }
}

private struct HeadingFields {
    let schema: RecordSchema
    private let anchor, text: Field<Text>

    init() {
        var builder = RecordSchema.Builder("heading")
        anchor = builder.text("anchor", "Its id")
        text = builder.text("text", "What it says")
        schema = builder.finish()
    }

    func record(anchor: String, text: String) -> Record {
        var record = Record(schema)
        record[self.anchor] = Text(anchor)
        record[self.text] = Text(text)
        return record
    }
}

private struct ModuleFields {
    let schema: RecordSchema
    private let label: Field<Text>
    private let open: Field<Bool>
    private let sessions: Field<[Record]>

    init(_ link: LinkFields) {
        var builder = RecordSchema.Builder("module")
        label = builder.text("label", "Its title")
        open = builder.flag("open", "Whether its sessions are shown")
        sessions = builder.list("sessions", of: link.schema, "Its sessions")
        schema = builder.finish()
    }

    func record(_ module: SamplePage.Module, _ link: LinkFields) -> Record {
        var record = Record(schema)
        record[label] = Text(module.label)
        record[open] = module.isOpen
        record[sessions] = module.sessions.map(link.record)
        return record
    }
}
