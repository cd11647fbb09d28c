import Templates

/// The layout `table`.
final class TableFields: Sendable {
    let schema: RecordSchema
    private let number: Field<Text>
    private let hasCaption: Field<Bool>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("table")
        number = builder.text("number", "Its number on the page, from 1")
        hasCaption = builder.flag("has-caption", "Whether a caption stands in it, by the layout table-caption")
        content = builder.html("content", "The table element")
        schema = builder.finish()
    }

    func record(hasCaption captioned: Bool) -> Record {
        var record = Record(schema)
        record.leaveOut(number, as: .number)
        record[hasCaption] = captioned
        record.leaveOut(content, as: .content)
        return record
    }
}

/// The layout `table-caption`: the first thing in a table whose author says what it tells.
final class TableCaptionFields: Sendable {
    let schema: RecordSchema
    private let number: Field<Text>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("table-caption")
        number = builder.text("number", "The table's number on the page, from 1")
        content = builder.html("content", "What the caption says")
        schema = builder.finish()
    }

    func record() -> Record {
        var record = Record(schema)
        record.leaveOut(number, as: .number)
        record.leaveOut(content, as: .content)
        return record
    }
}
