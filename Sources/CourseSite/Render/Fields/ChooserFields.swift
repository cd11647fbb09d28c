import Templates

/// The names that the layouts `chooser`, at the site's root, and `404` may use: pages that belong to no locale.
final class ChooserFields: Sendable {
    let schema: RecordSchema
    let edition: ChooserEditionFields
    let name: Field<Text>
    let lang: Field<Text>
    let dir: Field<Text>
    let root: Field<Text>
    let assets: Field<Record?>
    let canonical: Field<Text>
    let alternates: Field<[Record]>
    let editions: Field<[Record]>

    init(assets assetSchema: RecordSchema, alternates alternateFields: AlternateFields) {
        edition = ChooserEditionFields()
        var builder = RecordSchema.Builder("chooser")
        name = builder.text("name", "The course's short ASCII name")
        lang = builder.text("lang", "The source's locale")
        dir = builder.text("dir", "Its direction of writing, where it is not left to right")
        root = builder.text("root", "The way to the site's root; on 404 an absolute path")
        assets = builder.record("assets", of: assetSchema, "The theme's assets, from the site's root")
        canonical = builder.text("canonical", "The absolute address of the site, where site.yml names a url")
        alternates = builder.list("alternates", of: alternateFields.schema, "The home pages, where site.yml names a url")
        editions = builder.list("editions", of: edition.schema, "The locales, the source first")
        schema = builder.finish()
    }
}

/// A locale on a page that belongs to none.
final class ChooserEditionFields: Sendable {
    let schema: RecordSchema
    let code: Field<Text>
    let lang: Field<Text>
    let dir: Field<Text>
    let name: Field<Text>
    let title: Field<Text>
    let fullTitle: Field<Text>
    let publisher: Field<Text>
    let href: Field<Text>
    let isFirst: Field<Bool>
    let phrases: [ThemePhrase: Field<Text>]

    init() {
        var builder = RecordSchema.Builder("edition")
        code = builder.text("code", "The BCP 47 tag")
        lang = builder.text("own-lang", "The same, where it is not the language of the page")
        dir = builder.text("own-dir", "The direction of writing, where it differs from the page's")
        name = builder.text("language", "The language by its own name")
        title = builder.text("title", "The course's short title")
        fullTitle = builder.text("full-title", "The title of the home page")
        publisher = builder.text("publisher", "Who publishes it")
        href = builder.text("href", "The home page")
        isFirst = builder.flag("first", "Whether it is the source")
        var phrases = [ThemePhrase: Field<Text>]()
        for phrase in ThemePhrase.onPagesWithoutLocale {
            phrases[phrase] = builder.text(phrase.rawValue, "The theme's string “\(phrase.rawValue)” in this language")
        }
        self.phrases = phrases
        schema = builder.finish()
    }
}

/// The names that the layout `redirect` may use: a page at an earlier address, and the first page of an offline copy.
final class RedirectFields: Sendable {
    let schema: RecordSchema
    let lang: Field<Text>
    let dir: Field<Text>
    let title: Field<Text>
    let href: Field<Text>
    let canonical: Field<Text>

    init() {
        var builder = RecordSchema.Builder("redirect")
        lang = builder.text("lang", "The language of the page that it leads to")
        dir = builder.text("dir", "Its direction of writing, where it is not left to right")
        title = builder.text("title", "Its title")
        href = builder.text("href", "Where it is, relative to this one")
        canonical = builder.text("canonical", "Its absolute address, where site.yml names a url")
        schema = builder.finish()
    }
}
