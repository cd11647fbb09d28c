/// What is put into the shell of a quiz where a mark stands.
enum QuizMark {
    case question, id, introduction, explanation, leftHead, rightHead
    /// By the answer's place in its author's order.
    case answer(Int, Part)

    enum Part: Int {
        case text, value, feedback, partner, partnerValue
    }

    private static let parts = 8

    var rawValue: Int {
        switch self {
        case .question: 0
        case .id: 1
        case .introduction: 2
        case .explanation: 3
        case .leftHead: 4
        case .rightHead: 5
        case .answer(let answer, let part): (answer + 1) * Self.parts + part.rawValue
        }
    }

    init(_ id: Int) {
        switch id {
        case 1: self = .id
        case 2: self = .introduction
        case 3: self = .explanation
        case 4: self = .leftHead
        case 5: self = .rightHead
        case Self.parts...: self = .answer(id / Self.parts - 1, Part(rawValue: id % Self.parts) ?? .text)
        default: self = .question
        }
    }
}
