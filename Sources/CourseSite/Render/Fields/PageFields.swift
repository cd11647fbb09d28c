import Templates

/// The names that the layouts of pages may use: home, module, session, page, glossary, outline-page, key-points.
final class PageFields: Sendable {
    let schema: RecordSchema
    /// Of the theme's assets.
    let assetSchema: RecordSchema
    let counts = CountFields()
    let durations = DurationFields()
    let sizes = SizeFields()
    let dates = DateFields()
    let items = ItemFields()
    let links = LinkFields()
    let languageFields = LanguageFields()
    let alternateFields = AlternateFields()
    let siteFields = SiteFields()
    let sectionFields = SectionFields()
    let contentsFields = ContentsFields()
    let fallbackFields = FallbackFields()
    let downloadFields: DownloadFields
    let moduleFields: ModuleFields
    let sessionFields: SessionFields
    let entryFields: EntryFields
    let glossaryFields = GlossaryFields()
    let keyPointsFields = KeyPointsFields()

    let site: Field<Record?>
    let assets: Field<Record?>
    let lang: Field<Text>
    let dir: Field<Text>
    let root: Field<Text>
    let home: Field<Text>
    let title: Field<Text>
    let summary: Field<Text>
    let textLang: Field<Text>
    let textDir: Field<Text>
    let canonical: Field<Text>
    let image: Field<Text>
    let structuredData: Field<HTML>
    let alternates: Field<[Record]>
    let languages: Field<[Record]>
    let glossary: Field<Record?>
    let standalone: Field<[Record]>
    let downloadsHref: Field<Text>
    let outline: Field<HTML>
    let module: Field<Record?>
    let session: Field<Record?>
    let start: Field<Record?>
    let previous: Field<Record?>
    let next: Field<Record?>
    let fallback: Field<Record?>
    let updated: Field<Record?>
    let editHref: Field<Text>
    let isOffline: Field<Bool>
    let isHighlighted: Field<Bool>
    let body: Field<HTML>
    let sections: Field<[Record]>
    let contents: Field<[Record]>
    let objectives: Field<[Record]>
    let downloads: Field<[Record]>
    let entries: Field<[Record]>
    let keyPoints: Field<Record?>
    let moduleCount: Field<Record?>
    let sessionCount: Field<Record?>
    let duration: Field<Record?>
    let modules: Field<[Record]>
    let keyPointsOfModules: Field<[Record]>
    let terms: Field<[Record]>
    let letters: Field<[Record]>
    let notes: Field<HTML>

    init(assets assetSchema: RecordSchema, outline outlineFields: OutlineFields) {
        var builder = RecordSchema.Builder("page")
        self.assetSchema = assetSchema
        downloadFields = DownloadFields(size: sizes)
        moduleFields = ModuleFields(counts: counts, durations: durations)
        sessionFields = SessionFields(durations: durations)
        entryFields = EntryFields(counts: counts, durations: durations, stops: moduleFields.stop, downloads: downloadFields)

        site = builder.record("site", of: siteFields.schema, "The course")
        assets = builder.record(
            "assets", of: assetSchema, "The theme's assets, from the site's root: app.css is {{root}}{{assets.app-css}}")
        lang = builder.text("lang", "The locale of the page")
        dir = builder.text("dir", "The direction of writing, where it is not left to right")
        root = builder.text("root", "The way to the site's root: ../../, or nothing")
        home = builder.text("home", "The locale's home page, relative to this one")
        title = builder.text("title", "The page's title")
        summary = builder.text("summary", "What it is about")
        textLang = builder.text("text-lang", "The language of title, summary and text, where it is not that of the page")
        textDir = builder.text("text-dir", "Its direction of writing, where that differs from the page's")
        canonical = builder.text("canonical", "The absolute address of the text, where site.yml names a url")
        image = builder.text("image", "The absolute address of a picture for previews in social networks")
        structuredData = builder.html("structured-data", "What the page is, as JSON-LD")
        alternates = builder.list(
            "alternates", of: alternateFields.schema, "The translations of the text, this page included, where site.yml names a url")
        languages = builder.list("languages", of: languageFields.schema, "The same page in each locale; empty in an offline copy")
        glossary = builder.record("glossary", of: links.schema, "The glossary")
        standalone = builder.list("standalone", of: links.schema, "The pages of their own but the glossary")
        downloadsHref = builder.text("downloads-href", "The downloads on the home page")
        outline = builder.html("outline", "The outline of the course, rendered by the layout “outline”")
        module = builder.record("module", of: moduleFields.schema, "The module of a session; on a module's page, itself")
        session = builder.record("session", of: sessionFields.schema, "The place of a session in its module")
        start = builder.record("start", of: links.schema, "On the home page: the module to begin with")
        previous = builder.record("previous", of: links.schema, "The page before")
        next = builder.record("next", of: links.schema, "The page after")
        fallback = builder.record("fallback", of: fallbackFields.schema, "Set where the page shows the source's text")
        updated = builder.record("updated", of: dates.schema, "The day of the last change")
        editHref = builder.text("edit-href", "Where the source can be edited")
        isOffline = builder.flag("offline", "Whether the page is part of an offline copy")
        isHighlighted = builder.flag(
            "highlighted",
            "Whether there is code with colours on the page: it wants the asset `code.css`, which a site without highlighting does not have"
        )
        body = builder.html("body", "The text")
        sections = builder.list("sections", of: sectionFields.schema, "On the home page: the text, section by section")
        contents = builder.list("contents", of: contentsFields.schema, "The headings of the second level, where there are at least two")
        objectives = builder.list("objectives", of: items.schema, "What learners will be able to do: {{.}}")
        downloads = builder.list("downloads", of: downloadFields.schema, "On a module's page and the home page: the files offered")
        entries = builder.list("entries", of: entryFields.schema, "On a module's page its sessions, on the home page the modules")
        keyPoints = builder.record(
            "key-points", of: links.schema, "On a module's page: the page of its key points; on the home page: that of the course's")
        moduleCount = builder.record("module-count", of: counts.schema, "On the home page: how many modules there are")
        sessionCount = builder.record("session-count", of: counts.schema, "On the home page: how many sessions there are")
        duration = builder.record("duration", of: durations.schema, "On the home page: how long the course takes")
        modules = builder.list(
            "modules", of: outlineFields.module.schema, "On the page that lists everything: all modules with their sessions")
        keyPointsOfModules = builder.list(
            "key-points-of-modules", of: keyPointsFields.schema, "On a page of key points: its module, or all modules that have some")
        terms = builder.list("terms", of: glossaryFields.term.schema, "In the glossary: its terms, as the language sorts them")
        letters = builder.list("letters", of: glossaryFields.letter.schema, "In the glossary: the letters with which its terms begin")
        notes = builder.html("notes", "In the glossary and on pages of key points: the notes, which stand behind all else")
        schema = builder.finish()
    }
}
