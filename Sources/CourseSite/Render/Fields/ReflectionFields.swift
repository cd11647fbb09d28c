import Templates

/// The layout `reflection`: a question that learners answer for themselves.
final class ReflectionFields: Sendable {
    let schema: RecordSchema
    private let id: Field<Text>
    private let block: Field<Text>
    private let question: Field<HTML>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("reflection")
        id = builder.text("id", "Its id, the same in every language: the element's id is quiz-ID, its field's name the id")
        block = builder.text("block", "Its number among the page's blocks, from 1, for ids")
        question = builder.html("question", "The question")
        content = builder.html("content", "What stands below the question")
        schema = builder.finish()
    }

    func record() -> Record {
        var record = Record(schema)
        record.leaveOut(id, as: .exercise)
        record.leaveOut(block, as: .number)
        record.leaveOut(question, as: .title)
        record.leaveOut(content, as: .content)
        return record
    }
}
