import Templates

/// The layout `block`: what a course has beside remarks.
final class BlockFields: Sendable {
    let schema: RecordSchema
    private let durations: DurationFields
    private let kinds: [BlockKind: Field<Bool>]
    private let number: Field<Text>
    private let further: Field<Text>
    private let title: Field<HTML>
    private let hasTitle: Field<Bool>
    private let duration: Field<Record?>
    private let content: Field<HTML>

    init(durations: DurationFields) {
        var builder = RecordSchema.Builder("block")
        var kinds = [BlockKind: Field<Bool>]()
        for kind in BlockKind.allCases { kinds[kind] = builder.flag(kind.rawValue, "Whether it is a [!\(kind.word)]") }
        self.durations = durations
        self.kinds = kinds
        number = builder.text("number", "Its number among the page's blocks, from 1, for ids")
        further = builder.text("further", "Which one of the page's blocks of its kind without a title it is; nothing for the first")
        duration = builder.record("duration", of: durations.schema, "How long it takes, where its author says so")
        hasTitle = builder.flag("has-title", "Whether its author gave it a title")
        title = builder.html("title", "The author's title")
        content = builder.html("content", "Its text")
        schema = builder.finish()
    }

    func record(_ kind: BlockKind, hasTitle titled: Bool, isFurther: Bool, minutes: Int?) -> Record {
        var record = Record(schema)
        if let field = kinds[kind] { record[field] = true }
        record.leaveOut(number, as: .number)
        if isFurther { record.leaveOut(further, as: .occurrence) }
        record[duration] = minutes.flatMap { durations.record(minutes: $0) }
        record[hasTitle] = titled
        if titled { record.leaveOut(title, as: .title) }
        record.leaveOut(content, as: .content)
        return record
    }
}
