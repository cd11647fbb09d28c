import CommonMark
import Diagnostics

/// Reads the block quote of a quiz: which form it has, its answers, and what is wrong with them.
struct QuizReader {
    /// Letters name the answers on paper, and each place or partner is offered with each answer.
    static let mostAnswers = 26

    private(set) var issues: [DocumentIssue] = []
    private var answersAreSound = true

    /// - Returns: `nil` where the quiz cannot be shown as one; `issues` then says why.
    mutating func read(_ quote: Markup.Node) -> Quiz? {
        guard let title = quote.alertTitle else { return nil }
        guard quote.alertMarker?.title != nil else {
            issues.append(DocumentIssue(.node(title.ordinal), .noQuestion(.quiz)))
            return nil
        }
        let blocks = Array(quote.children.dropFirst())
        let candidates = blocks.indices.filter { Self.mayBeAnswers(blocks[$0]) }
        guard let place = candidates.first else {
            issues.append(DocumentIssue(.node(title.ordinal), .noAnswers))
            return nil
        }
        if candidates.count > 1 { refuse(blocks[candidates[1]], .furtherAnswers) }
        guard var quiz = read(blocks[place], introduction: Array(blocks[..<place]), explanation: Array(blocks[(place + 1)...])) else {
            return nil
        }
        check(quiz, of: blocks[place])
        if case .choose = quiz.form, quiz.answers.count(where: \.isRight) > 1 {
            quiz = Quiz(form: .choose(several: true), answers: quiz.answers, introduction: quiz.introduction, explanation: quiz.explanation)
        }
        return answersAreSound ? quiz : nil
    }

    /// A list without boxes and `=` is text.
    private static func mayBeAnswers(_ block: Markup.Node) -> Bool {
        switch block.kind {
        case .table: true
        case .list(let isOrdered, _, _, _): isOrdered || block.children.contains { $0.isTask || $0.isAccepted }
        default: false
        }
    }

    private mutating func read(_ block: Markup.Node, introduction: [Markup.Node], explanation: [Markup.Node]) -> Quiz? {
        if case .table(let alignments) = block.kind {
            guard alignments.count == 2 else {
                refuse(block, .notTwoColumns(alignments.count))
                return nil
            }
            let rows = block.children.map { Array($0.children) }.filter { $0.count == 2 }
            let answers = rows.dropFirst().map { Quiz.Answer(node: $0[0], text: $0[0].plainText, partner: $0[1]) }
            let heads = rows.first.flatMap { $0[0].plainText.isEmpty && $0[1].plainText.isEmpty ? nil : (left: $0[0], right: $0[1]) }
            return Quiz(form: .match, answers: answers, heads: heads, introduction: introduction, explanation: explanation)
        }
        let items = Array(block.children)
        let isChoice = items.contains(where: \.isTask)
        let isFill = !isChoice && items.contains(where: \.isAccepted)
        var answers = [Quiz.Answer]()
        for item in items {
            if isChoice, !item.isTask { refuse(item, .noBox) }
            if isFill, !item.isAccepted { refuse(item, .noEqualsSign) }
            guard let paragraph = item.firstParagraph else {
                refuse(item, .emptyAnswer, Rule.quizAnswers)
                continue
            }
            let text = isFill ? Self.accepted(paragraph) : paragraph.plainText
            let isRight = if case .item(task: let isTicked?) = item.kind { isTicked } else { true }
            answers.append(Quiz.Answer(node: paragraph, text: text, isRight: isRight, feedback: Array(item.children.dropFirst())))
        }
        let form: Quiz.Form = isChoice ? .choose(several: false) : isFill ? .fill : .order
        return Quiz(form: form, answers: answers, introduction: introduction, explanation: explanation)
    }

    private static func accepted(_ paragraph: Markup.Node) -> String {
        var text = paragraph.plainText[...]
        if text.first == "=" { text.removeFirst() }
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        return String(text)
    }

    // MARK: - Checks

    private mutating func check(_ quiz: Quiz, of block: Markup.Node) {
        if quiz.answers.count > Self.mostAnswers { refuse(block, .tooManyAnswers(quiz.answers.count)) }
        var seen = Set<String>()
        var partners = Set<String>()
        for answer in quiz.answers {
            if answer.text.allSatisfy(\.isWhitespace) {
                refuse(answer.node, .emptyAnswer, Rule.quizAnswers)
            } else if !seen.insert(answer.text).inserted {
                refuse(answer.node, .identicalAnswers, Rule.quizAnswers)
            }
            guard let partner = answer.partner else { continue }
            if partner.plainText.allSatisfy(\.isWhitespace) {
                refuse(partner, .emptyAnswer, Rule.quizAnswers)
            } else if !partners.insert(partner.plainText).inserted {
                refuse(partner, .identicalAnswers, Rule.quizAnswers)
            }
        }
        switch quiz.form {
        case .fill: break
        case .choose, .order, .match:
            if quiz.answers.count < 2 { refuse(block, .oneAnswer, Rule.quizAnswers) }
        }
        if case .choose = quiz.form, !quiz.answers.contains(where: \.isRight) { refuse(block, .noRightAnswer, Rule.quizAnswers) }
    }

    private mutating func refuse(_ node: Markup.Node, _ mistake: QuizMistake, _ rule: Rule = .quizForm) {
        answersAreSound = false
        issues.append(DocumentIssue(.node(node.ordinal), Diagnostic(.error, rule, mistake.message, at: nil, help: mistake.help)))
    }
}

extension Markup.Node {
    fileprivate var isTask: Bool { if case .item(task: .some) = kind { true } else { false } }

    /// Whether an item begins with `=`.
    fileprivate var isAccepted: Bool {
        firstParagraph?.children.first { _ in true }?.literal.first == UInt8(ascii: "=")
    }

    fileprivate var firstParagraph: Markup.Node? {
        guard let first = children.first(where: { _ in true }), case .paragraph = first.kind else { return nil }
        return first
    }
}
