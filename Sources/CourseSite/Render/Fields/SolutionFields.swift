import Templates

/// The layout `solutions`: what is right in the quizzes of a page, for paper, where answers are not shown in place.
final class SolutionFields: Sendable {
    let schema: RecordSchema
    private let quizzes: Field<[Record]>
    private let quizSchema: RecordSchema
    private let number: Field<Text>
    private let answers: Field<[Record]>
    private let answerSchema: RecordSchema
    private let text: Field<Text>
    private let isFurther: Field<Bool>

    init() {
        var answer = RecordSchema.Builder("right answer")
        text = answer.text("text", "The letter of an answer, the number and letter of a pair, or an accepted answer")
        isFurther = answer.flag("further", "Whether another stands before it")
        answerSchema = answer.finish()
        var quiz = RecordSchema.Builder("solution")
        number = quiz.text("number", "The quiz's number among the page's quizzes")
        answers = quiz.list("answers", of: answerSchema, "What is right, in order")
        quizSchema = quiz.finish()
        var builder = RecordSchema.Builder("solutions")
        quizzes = builder.list("quizzes", of: quizSchema, "The quizzes of the page")
        schema = builder.finish()
    }

    func record(_ solutions: [QuizLayout.Solution]) -> Record {
        var record = Record(schema)
        record[quizzes] = solutions.map { solution in
            var quiz = Record(quizSchema)
            quiz[number] = Text(String(solution.number))
            quiz[answers] = solution.answers.enumerated().map { index, answer in
                var record = Record(answerSchema)
                record[text] = Text(answer)
                record[isFurther] = index > 0
                return record
            }
            return quiz
        }
        return record
    }
}
