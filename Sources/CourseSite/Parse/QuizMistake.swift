import Diagnostics

/// What can be wrong with the answers of a quiz.
enum QuizMistake {
    case furtherAnswers, noBox, noEqualsSign, emptyAnswer, identicalAnswers, oneAnswer, noRightAnswer
    case notTwoColumns(Int)
    case tooManyAnswers(Int)

    var message: String {
        switch self {
        case .furtherAnswers: "the quiz has its answers above, and these are others"
        case .noBox: "this answer has no box, and others have one"
        case .noEqualsSign: "this answer does not begin with “=”, and others do"
        case .emptyAnswer: "this answer has no text"
        case .identicalAnswers: "this answer stands here a second time"
        case .oneAnswer: "the quiz has only one answer"
        case .noRightAnswer: "none of the answers is right"
        case .notTwoColumns(let count): "the table has \(count) column\(count == 1 ? "" : "s"), and pairs have two sides"
        case .tooManyAnswers(let count): "the quiz has \(count) answers; \(QuizReader.mostAnswers) are possible"
        }
    }

    var help: String {
        switch self {
        case .furtherAnswers: "make two quizzes of it: a quiz holds one question"
        case .noBox: "write “- [x]” before what is right, “- [ ]” before what is wrong; an explanation is indented under its answer"
        case .noEqualsSign: "write “- =” before each answer that is accepted; an explanation is indented under its answer"
        case .emptyAnswer: "write it, or take it out"
        case .identicalAnswers: "take it out, or say how the two differ"
        case .oneAnswer: "add others to choose from"
        case .noRightAnswer: "tick at least one: “- [x] …”"
        case .notTwoColumns: "give it two: what is to be matched, and with what"
        case .tooManyAnswers: "make several quizzes of it: answers are named by letters on paper"
        }
    }
}

extension Diagnostic {
    static func noQuestion(_ kind: BlockKind) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingQuestion, "the \(kind.rawValue) has no question", at: nil,
            help: "write it behind the bracket: “> [!\(kind.word)] Who is first in line?”")
    }

    static var noAnswers: Diagnostic {
        Diagnostic(
            .error, Rule.quizForm, "the quiz has no answers", at: nil,
            help: "give it a list of boxes (“- [x] right”, “- [ ] wrong”), a numbered list to be put in order, "
                + "a table of two columns to be matched, or a list of accepted answers (“- = answer”)")
    }

    static var quizInQuiz: Diagnostic {
        Diagnostic(
            .error, Rule.quizForm, "a quiz stands inside another", at: nil, help: "put it behind the other: a quiz holds one question")
    }
}
