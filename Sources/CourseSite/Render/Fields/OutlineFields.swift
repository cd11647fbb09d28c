import Templates

/// The names that the layout `outline` may use. It is rendered once for all pages of a module; what differs from page to page is put in afterwards.
final class OutlineFields: Sendable {
    let schema: RecordSchema
    let module: OutlineModuleFields
    let whereabouts: Field<HTML>
    let everything: Field<Text>
    let keyPoints: Field<Record?>
    let modules: Field<[Record]>

    init() {
        module = OutlineModuleFields()
        var builder = RecordSchema.Builder("outline")
        whereabouts = builder.html("where", "Which module and session the page is; put in page by page")
        modules = builder.list(
            "modules", of: module.schema, "The modules, in order; in a course of more than 30, the current one and its neighbours")
        keyPoints = builder.record("key-points", of: module.session.schema, "The page of all key points, where there are any")
        everything = builder.text("everything", "In such a course: the page that lists all modules and sessions")
        schema = builder.finish()
    }
}

/// A module in the outline.
final class OutlineModuleFields: Sendable {
    let schema: RecordSchema
    let session: OutlineSessionFields
    let label: Field<Text>
    let lang: Field<Text>
    let href: Field<Text>
    let current: Field<HTML>
    let isOpen: Field<Bool>
    let sessions: Field<[Record]>
    let keyPoints: Field<Record?>

    init() {
        session = OutlineSessionFields()
        var builder = RecordSchema.Builder("outline module")
        label = builder.text("label", "Its short name")
        lang = builder.text("lang", "The language of the label, where it is not that of the page")
        href = builder.text("href", "Its page")
        current = builder.html("current", "On its own page: aria-current, with a blank before it")
        isOpen = builder.flag("open", "Whether the page belongs to it")
        sessions = builder.list("sessions", of: session.schema, "Its sessions, in order; none where a large course shows them elsewhere")
        keyPoints = builder.record(
            "module-key-points", of: session.schema, "The page of their key points, where there are any and the sessions are shown")
        schema = builder.finish()
    }
}

/// A session in the outline.
final class OutlineSessionFields: Sendable {
    let schema: RecordSchema
    let title: Field<Text>
    let lang: Field<Text>
    let href: Field<Text>
    let current: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("outline session")
        title = builder.text("title", "Its title")
        lang = builder.text("lang", "The language of the title, where it is not that of the page")
        href = builder.text("href", "Its page")
        current = builder.html("current", "On its own page: aria-current, with a blank before it")
        schema = builder.finish()
    }
}

/// The names that the layout `where` may use: what the outline says of the page while it is closed.
final class WhereFields: Sendable {
    let schema: RecordSchema
    let module: Field<Text>
    let number: Field<Text>
    let total: Field<Text>

    init() {
        var builder = RecordSchema.Builder("where")
        module = builder.text("module", "The module's label")
        number = builder.text("number", "The session's number; nothing on a module's page")
        total = builder.text("total", "How many sessions the module has; nothing on a module's page")
        schema = builder.finish()
    }
}
