import Templates

/// What the layout `key-points` says of a module: what to keep of its sessions.
final class KeyPointsFields: Sendable {
    let schema: RecordSchema
    let session = KeyPointsSessionFields()
    let id: Field<Text>
    let label: Field<Text>
    let href: Field<Text>
    let lang: Field<Text>
    let sessions: Field<[Record]>

    init() {
        var builder = RecordSchema.Builder("key-points")
        id = builder.text("id", "The anchor of the module on the page")
        label = builder.text("label", "Its short name")
        href = builder.text("href", "The page of its key points")
        lang = builder.text("lang", "The language of the label, where it is not that of the page")
        sessions = builder.list(
            "sessions", of: session.schema, "Its sessions that have key points, in order; none where a course has more than 30 modules")
        schema = builder.finish()
    }
}

/// What to keep of a session.
final class KeyPointsSessionFields: Sendable {
    let schema: RecordSchema
    let block = KeyPointsBlockFields()
    let id: Field<Text>
    let number: Field<Text>
    let title: Field<Text>
    let href: Field<Text>
    let lang: Field<Text>
    let dir: Field<Text>
    let blocks: Field<[Record]>

    init() {
        var builder = RecordSchema.Builder("key-points-session")
        id = builder.text("id", "The anchor of the session on the page")
        number = builder.text("number", "Its number in the module, from 1")
        title = builder.text("title", "Its title")
        href = builder.text("href", "Its page, relative to this one")
        lang = builder.text("lang", "The language of title and key points, where it is not that of the page")
        dir = builder.text("dir", "Its direction of writing, where that differs from the page's")
        blocks = builder.list("blocks", of: block.schema, "Its blocks [!KEYPOINTS]")
        schema = builder.finish()
    }
}

/// A block `[!KEYPOINTS]`, without the layout that it has on its session's page.
final class KeyPointsBlockFields: Sendable {
    let schema: RecordSchema
    let title: Field<HTML>
    let body: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("key-points-block")
        title = builder.html("block-title", "The title that its author gave it")
        body = builder.html("body", "Its text")
        schema = builder.finish()
    }
}
