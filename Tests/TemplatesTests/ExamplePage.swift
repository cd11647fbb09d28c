import Diagnostics
import Templates

/// A page as a site might have it: the schema of the tests, with its fields.
struct ExamplePage {
    let schema: RecordSchema
    let title: Field<Text>
    let number: Field<Text>
    let body: Field<HTML>
    let outline: Field<HTML>
    let isHome: Field<Bool>
    let links: Field<[Record]>
    let contents: Field<[Record]>
    let pager: Field<Record?>

    let link = Link()
    let heading = Heading()
    let pagerSchema: RecordSchema
    let previous: Field<Record?>
    let next: Field<Record?>

    struct Link {
        let schema: RecordSchema
        let title: Field<Text>
        let url: Field<Text>

        init() {
            var builder = RecordSchema.Builder("link")
            title = builder.text("title", "What it says")
            url = builder.text("url", "Where it leads")
            schema = builder.finish()
        }

        func record(_ title: Text, _ url: Text) -> Record {
            var record = Record(schema)
            record[self.title] = title
            record[self.url] = url
            return record
        }
    }

    struct Heading {
        let schema: RecordSchema
        let name: Field<Text>
        let parts: Field<[Record]>

        init() {
            var builder = RecordSchema.Builder("heading")
            name = builder.text("name", "The heading’s text")
            parts = builder.listOfItself("parts", "The headings below it")
            schema = builder.finish()
        }

        func record(_ name: Text, _ parts: [Record] = []) -> Record {
            var record = Record(schema)
            record[self.name] = name
            record[self.parts] = parts
            return record
        }
    }

    init() {
        var pagerBuilder = RecordSchema.Builder("pager")
        previous = pagerBuilder.record("previous", of: link.schema, "The page before")
        next = pagerBuilder.record("next", of: link.schema, "The page after")
        pagerSchema = pagerBuilder.finish()

        var builder = RecordSchema.Builder("page")
        title = builder.text("title", "The page’s title")
        number = builder.text("number", "Its place in the module")
        body = builder.html("body", "The page’s text")
        outline = builder.html("outline", "The course’s outline")
        isHome = builder.flag("isHome", "Whether it is the first page")
        links = builder.list("links", of: link.schema, "Other pages")
        contents = builder.list("contents", of: heading.schema, "The page’s headings")
        pager = builder.record("pager", of: pagerSchema, "The pages before and after")
        schema = builder.finish()
    }
}

/// A little theme: the layout `page` among other sources, and strings.
struct ExampleTheme {
    let page = ExamplePage()
    let library: TemplateLibrary
    let diagnostics: [Diagnostic]

    init(_ sources: [String: String], strings: [String: String] = [:]) {
        (library, diagnostics) = TemplateLibrary.compile(
            roots: [.init("page", page.schema)],
            sources: sources.reduce(into: [:]) { texts, source in
                texts[source.key] = SourceText(path: "\(source.key).mustache", bytes: Array(source.value.utf8))
            },
            strings: StringTable(
                locale: "fr",
                entries: strings.mapValues {
                    let place = SourceText(path: "strings/fr.yml", bytes: Array($0.utf8)).location(of: 0..<$0.utf8.count)
                    return StringTable.Entry($0, in: place.path, at: place)
                }))
    }

    /// What the diagnostics look like on a terminal.
    var report: String {
        TerminalRenderer(colour: false).render(diagnostics)
    }

    func render(_ fill: (ExamplePage, inout Record) -> Void = { _, _ in }) -> String {
        marked(fill).text
    }

    func marked(_ fill: (ExamplePage, inout Record) -> Void) -> (text: String, marks: [Mark]) {
        var record = Record(page.schema)
        fill(page, &record)
        var output: [UInt8] = []
        var marks: [Mark] = []
        library["page"]?.render(record, into: &output, marks: &marks)
        return (String(decoding: output, as: UTF8.self), marks)
    }
}
