import Templates

/// How quizzes, and their solutions on paper, look in one language. No two quizzes are alike, so each is rendered where it occurs.
final class QuizLayout: Sendable {
    private let layout: Template
    private let fields: QuizFields
    private let solutions: Template
    private let solutionFields: SolutionFields

    init(_ layout: Template, fields: QuizFields, solutions: Template, solutionFields: SolutionFields) {
        self.layout = layout
        self.fields = fields
        self.solutions = solutions
        self.solutionFields = solutionFields
    }

    /// What is right in a quiz, as it is said on paper: there the answers that are shown have letters, and the left sides of pairs numbers.
    struct Solution {
        let number: Int
        let answers: [String]

        init(number: Int, _ quiz: Quiz, order: [Int]) {
            let letters = order.indices.map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: $0))) }
            /// The letter of an answer, or of what is matched with it.
            func letter(of answer: Int) -> String { order.firstIndex(of: answer).map { letters[$0] } ?? "" }
            self.number = number
            answers =
                switch quiz.form {
                case .choose: quiz.answers.indices.filter { quiz.answers[$0].isRight }.map(letter)
                case .order: quiz.answers.indices.map(letter)
                case .match: quiz.answers.indices.map { "\($0 + 1) " + letter(of: $0) }
                case .fill: quiz.answers.prefix(1).map(\.text)
                }
        }
    }

    /// - Parameters:
    ///   - block: its number among the page's blocks.
    ///   - number: its number among the page's quizzes, of which there are `total`.
    ///   - order: in which its answers are shown.
    func shell(_ quiz: Quiz, block: Int, number: Int, total: Int, order: [Int]) -> ElementShell {
        ElementShell(layout, fields.record(quiz, block: block, number: number, total: total, order: order))
    }

    func solutions(_ quizzes: [Solution]) -> [UInt8] {
        solutions.bytes(solutionFields.record(quizzes))
    }
}
