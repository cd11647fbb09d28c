import Templates

/// What all pages of an edition share.
final class SiteFields: Sendable {
    let schema: RecordSchema
    let title: Field<Text>
    let fullTitle: Field<Text>
    let name: Field<Text>
    let publisher: Field<Text>
    let license: Field<Text>
    let licenseHref: Field<Text>

    init() {
        var builder = RecordSchema.Builder("site")
        title = builder.text("title", "The course's short title, from site.yml")
        fullTitle = builder.text("full-title", "The title of its home page")
        name = builder.text("name", "Its short ASCII name")
        publisher = builder.text("publisher", "Who publishes it")
        license = builder.text("license", "The licence of the texts, as people write it: CC BY 4.0")
        licenseHref = builder.text("license-href", "Where the licence can be read")
        schema = builder.finish()
    }
}

/// The module that a page belongs to.
final class ModuleFields: Sendable {
    let schema: RecordSchema
    let label: Field<Text>
    let href: Field<Text>
    let lang: Field<Text>
    let isOptional: Field<Bool>
    let sessionCount: Field<Record?>
    let duration: Field<Record?>
    let stops: Field<[Record]>
    let stop: StopFields

    init(counts: CountFields, durations: DurationFields) {
        var builder = RecordSchema.Builder("module")
        stop = StopFields()
        label = builder.text("label", "Its short name")
        href = builder.text("href", "Its page, relative to this one")
        lang = builder.text("lang", "The language of the label, where it is not that of the page")
        isOptional = builder.flag("optional", "Whether it can be left out")
        sessionCount = builder.record("session-count", of: counts.schema, "How many sessions it has")
        duration = builder.record("duration", of: durations.schema, "How long its sessions take together")
        stops = builder.list("stops", of: stop.schema, "A stop for each session")
        schema = builder.finish()
    }
}

/// A session as a stop on the line of its module.
final class StopFields: Sendable {
    let schema: RecordSchema
    let isCurrent: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("stop")
        isCurrent = builder.flag("current", "Whether it is this page")
        schema = builder.finish()
    }
}

/// A session's place in its module.
final class SessionFields: Sendable {
    let schema: RecordSchema
    let number: Field<Text>
    let total: Field<Text>
    let duration: Field<Record?>

    init(durations: DurationFields) {
        var builder = RecordSchema.Builder("session")
        number = builder.text("number", "Its number in the module, from 1")
        total = builder.text("total", "How many sessions the module has")
        duration = builder.record("duration", of: durations.schema, "How long it takes")
        schema = builder.finish()
    }
}

/// A module or session in a list.
final class EntryFields: Sendable {
    let schema: RecordSchema
    let number: Field<Text>
    let title: Field<Text>
    let href: Field<Text>
    let lang: Field<Text>
    let summary: Field<Text>
    let isOptional: Field<Bool>
    let isFirst: Field<Bool>
    let sessionCount: Field<Record?>
    let stops: Field<[Record]>
    let duration: Field<Record?>
    let downloads: Field<[Record]>

    init(counts: CountFields, durations: DurationFields, stops stop: StopFields, downloads download: DownloadFields) {
        var builder = RecordSchema.Builder("entry")
        number = builder.text("number", "Its number among its neighbours, from 1")
        title = builder.text("title", "Its title")
        href = builder.text("href", "Its page, relative to this one")
        lang = builder.text("lang", "The language of title and summary, where it is not that of the page")
        summary = builder.text("summary", "What it is about")
        isOptional = builder.flag("optional", "Whether it can be left out")
        isFirst = builder.flag("first", "Whether it is the first of the list")
        sessionCount = builder.record("session-count", of: counts.schema, "How many sessions a module has")
        stops = builder.list("stops", of: stop.schema, "A stop for each session of a module")
        duration = builder.record("duration", of: durations.schema, "How long it takes")
        downloads = builder.list("downloads", of: download.schema, "A module's downloads")
        schema = builder.finish()
    }
}

/// A section of the home page: what stands below a heading of the second level, split at those of the third.
final class SectionFields: Sendable {
    let schema: RecordSchema
    let column: ColumnFields
    let id: Field<Text>
    let title: Field<Text>
    let intro: Field<HTML>
    let columns: Field<[Record]>
    let isSplit: Field<Bool>
    let hasAside: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("section")
        column = ColumnFields()
        id = builder.text("id", "Its anchor")
        title = builder.text("title", "Its heading")
        intro = builder.html("intro", "What stands before the first column")
        columns = builder.list("columns", of: column.schema, "What stands below each heading of the third level")
        isSplit = builder.flag("split", "Whether it has columns and nothing before them")
        hasAside = builder.flag("aside", "Whether it has an intro and columns beside it")
        schema = builder.finish()
    }
}

/// A column of a section of the home page.
final class ColumnFields: Sendable {
    let schema: RecordSchema
    let id: Field<Text>
    let title: Field<Text>
    let body: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("column")
        id = builder.text("id", "Its anchor")
        title = builder.text("title", "Its heading")
        body = builder.html("body", "Its text")
        schema = builder.finish()
    }
}

/// An entry of a page's table of contents.
final class ContentsFields: Sendable {
    let schema: RecordSchema
    let id: Field<Text>
    let title: Field<Text>
    let lang: Field<Text>

    init() {
        var builder = RecordSchema.Builder("contents")
        id = builder.text("id", "The anchor of the heading")
        title = builder.text("title", "The heading")
        lang = builder.text("lang", "The language of the heading, where it is not that of the text")
        schema = builder.finish()
    }

    func record(id: Text, title: String, lang: String? = nil) -> Record {
        var record = Record(schema)
        record[self.id] = id
        record[self.title] = Text(title)
        if let lang { record[self.lang] = Text(lang) }
        return record
    }
}

/// That a page is not translated and shows the source's text.
final class FallbackFields: Sendable {
    let schema: RecordSchema
    let language: Field<Text>
    let lang: Field<Text>
    let href: Field<Text>
    let ownLanguage: Field<Text>

    init() {
        var builder = RecordSchema.Builder("fallback")
        language = builder.text("language", "The language of the text, by its own name")
        lang = builder.text("text-lang", "Its tag")
        href = builder.text("source-href", "The page in the source's edition; nothing in an offline copy")
        ownLanguage = builder.text("own-language", "The language that is missing, by its own name")
        schema = builder.finish()
    }
}
