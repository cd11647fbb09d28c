import Templates

/// A link to a page of the course.
final class LinkFields: Sendable {
    let schema: RecordSchema
    let href: Field<Text>
    let title: Field<Text>
    /// Set where the title is in another language than the page it stands on.
    let lang: Field<Text>
    let isCurrent: Field<Bool>
    let isModule: Field<Bool>
    let isKeyPoints: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("link")
        href = builder.text("href", "Where the page is, relative to this one")
        title = builder.text("title", "Its title; a module's label")
        lang = builder.text("lang", "The language of the title, where it is not that of the page it stands on")
        isCurrent = builder.flag("current", "Whether it is the page it stands on")
        isModule = builder.flag("is-module", "Whether it is a module's page")
        isKeyPoints = builder.flag("is-key-points", "Whether it is a page of key points")
        schema = builder.finish()
    }
}

/// The same page in a locale.
final class LanguageFields: Sendable {
    let schema: RecordSchema
    let code: Field<Text>
    let name: Field<Text>
    let href: Field<Text>
    let isCurrent: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("language")
        code = builder.text("code", "The BCP 47 tag of the locale")
        name = builder.text("name", "The language by its own name")
        href = builder.text("href", "The same page in that locale; nothing where it is left out there")
        isCurrent = builder.flag("current", "Whether it is the locale of this page")
        schema = builder.finish()
    }
}

/// A translation of the page, for search engines.
final class AlternateFields: Sendable {
    let schema: RecordSchema
    let hreflang: Field<Text>
    let href: Field<Text>

    init() {
        var builder = RecordSchema.Builder("alternate")
        hreflang = builder.text("hreflang", "The locale, or x-default")
        href = builder.text("href", "The absolute address")
        schema = builder.finish()
    }
}

/// A file offered for download.
final class DownloadFields: Sendable {
    let schema: RecordSchema
    let href: Field<Text>
    let type: Field<Text>
    let format: Field<Text>
    let title: Field<Text>
    let size: Field<Record?>
    let isZIP: Field<Bool>

    init(size sizes: SizeFields) {
        var builder = RecordSchema.Builder("download")
        href = builder.text("href", "Where the file is, relative to this page")
        type = builder.text("type", "Its media type")
        format = builder.text("format", "Its format: ZIP, PDF …")
        title = builder.text("file-title", "What its author calls it; nothing for what is generated")
        size = builder.record("size", of: sizes.schema, "How large it is")
        isZIP = builder.flag("is-zip", "Whether it is the generated offline copy")
        schema = builder.finish()
    }
}
