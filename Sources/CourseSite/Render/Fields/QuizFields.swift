import Templates

/// The layout `quiz`.
final class QuizFields: Sendable {
    let schema: RecordSchema
    private let answerFields: AnswerFields
    private let block: Field<Text>
    private let number: Field<Text>
    private let total: Field<Text>
    private let id: Field<Text>
    private let question: Field<HTML>
    private let introduction: Field<HTML>
    private let explanation: Field<HTML>
    private let isChoose: Field<Bool>
    private let isSeveral: Field<Bool>
    private let isOrder: Field<Bool>
    private let isMatch: Field<Bool>
    private let isFill: Field<Bool>
    private let leftHead: Field<HTML>
    private let rightHead: Field<HTML>
    private let answers: Field<[Record]>
    private let solution: Field<[Record]>
    private let partners: Field<[Record]>
    private let places: Field<[Record]>

    init() {
        let answerFields = AnswerFields()
        var builder = RecordSchema.Builder("quiz")
        self.answerFields = answerFields
        id = builder.text("id", "Its id, the same in every language: the element's id is quiz-ID, its fields' name the id")
        block = builder.text("block", "Its number among the page's blocks, from 1, for ids")
        number = builder.text("number", "Its number among the page's quizzes, from 1")
        total = builder.text("total", "How many quizzes the page has; nothing where it is the only one")
        question = builder.html("question", "The question")
        introduction = builder.html("introduction", "What stands between the question and the answers")
        explanation = builder.html("explanation", "What stands behind the answers, to be shown with the right ones")
        isChoose = builder.flag("choose", "Whether answers are to be chosen")
        isSeveral = builder.flag("several", "Whether more than one of those to choose from is right")
        isOrder = builder.flag("order", "Whether the answers are to be put in order")
        isMatch = builder.flag("match", "Whether pairs are to be matched")
        isFill = builder.flag("fill", "Whether a word is to be filled in")
        leftHead = builder.html("left-head", "What the left sides of pairs are")
        rightHead = builder.html("right-head", "What the right sides of pairs are")
        answers = builder.list(
            "answers", of: answerFields.schema, "The answers, as they are shown; the left sides of pairs; those that are accepted")
        solution = builder.list("solution", of: answerFields.schema, "The answers in their author's order")
        partners = builder.list(
            "partners", of: answerFields.schema, "The right sides of pairs, as they are shown: each “partner” of its record")
        places = builder.list("places", of: answerFields.places.schema, "The numbers from 1 to how many answers there are")
        schema = builder.finish()
    }

    func record(_ quiz: Quiz, block blockNumber: Int, number quizNumber: Int, total count: Int, order: [Int]) -> Record {
        var record = Record(schema)
        record.leaveOut(id, as: QuizMark.id.rawValue)
        record[block] = Text(String(blockNumber))
        record[number] = Text(String(quizNumber))
        if count > 1 { record[total] = Text(String(count)) }
        record[question] = .mark(QuizMark.question.rawValue)
        if !quiz.introduction.isEmpty { record[introduction] = .mark(QuizMark.introduction.rawValue) }
        if !quiz.explanation.isEmpty { record[explanation] = .mark(QuizMark.explanation.rawValue) }
        if quiz.heads != nil {
            record[leftHead] = .mark(QuizMark.leftHead.rawValue)
            record[rightHead] = .mark(QuizMark.rightHead.rawValue)
        }
        let written = quiz.answers.enumerated().map { answerFields.record($1, place: $0, ofForm: quiz.form) }
        let shown = order.map { written[$0] }
        record[solution] = written
        record[answers] = shown
        record[places] = answerFields.places.records(quiz.answers.indices.map { String($0 + 1) })
        switch quiz.form {
        case .choose(let several):
            record[isChoose] = true
            record[isSeveral] = several
        case .order: record[isOrder] = true
        case .match:
            record[isMatch] = true
            record[answers] = written
            record[partners] = shown
        case .fill: record[isFill] = true
        }
        return record
    }
}

/// An answer of a quiz.
final class AnswerFields: Sendable {
    let schema: RecordSchema
    let places = ItemFields()
    private let text: Field<HTML>
    private let plain: Field<Text>
    private let value: Field<Text>
    private let isRight: Field<Bool>
    private let place: Field<Text>
    private let feedback: Field<HTML>
    private let partner: Field<HTML>
    private let plainPartner: Field<Text>
    private let partnerValue: Field<Text>

    init() {
        var builder = RecordSchema.Builder("answer")
        text = builder.html("text", "What it says; of an accepted answer nothing, see “plain”")
        plain = builder.text("plain", "The same without markup")
        value = builder.text("value", "What stands for it, the same in every language")
        isRight = builder.flag("right", "Whether it is right")
        place = builder.text("place", "Its place in its author's order, from 1")
        feedback = builder.html("feedback", "What its author says about it")
        partner = builder.html("partner", "What it is matched with")
        plainPartner = builder.text("partner-plain", "The same without markup")
        partnerValue = builder.text("partner-value", "What stands for that, the same in every language")
        schema = builder.finish()
    }

    func record(_ answer: Quiz.Answer, place index: Int, ofForm form: Quiz.Form) -> Record {
        var record = Record(schema)
        if case .fill = form {} else { record[text] = .mark(QuizMark.answer(index, .text).rawValue) }
        record[plain] = Text(answer.text)
        record.leaveOut(value, as: QuizMark.answer(index, .value).rawValue)
        record[isRight] = answer.isRight
        record[place] = Text(String(index + 1))
        if !answer.feedback.isEmpty { record[feedback] = .mark(QuizMark.answer(index, .feedback).rawValue) }
        if let other = answer.partner {
            record[partner] = .mark(QuizMark.answer(index, .partner).rawValue)
            record[plainPartner] = Text(other.plainText)
            record.leaveOut(partnerValue, as: QuizMark.answer(index, .partnerValue).rawValue)
        }
        return record
    }
}
