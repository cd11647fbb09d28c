import CommonMark
import Diagnostics
import HTMLBytes

/// Quizzes and reflections.
extension ProseDecoration {
    /// What a page has had of exercises so far.
    struct ExerciseTally {
        var solutions: [QuizLayout.Solution] = []
        /// Of quizzes, on the whole page; counted at the first.
        var total: Int?
        /// Whether a quiz is being written, and of it the notes that are referred to.
        var isInQuiz = false
        var references: [Range<Int>] = []
    }

    /// A part of the text that has been written and may be wanted again.
    private struct Passage {
        let html: Range<Int>
        let gaps: Range<Int>
        /// References to notes have ids, and stay out of what is written again.
        let references: [Range<Int>]
    }

    mutating func enterReflection(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering? {
        guard let title = node.alertTitle else { return nil }
        guard node.alertMarker?.title != nil else {
            issues.append(DocumentIssue(.node(title.ordinal), .noQuestion(.reflection)))
            return nil
        }
        let values = ElementValues(number: blocks.add(), exercise: prose.exercises.count)
        prose.exercises.append(exercise(.reflection, node, question: asTyped(title).plainText, answers: []))
        begin(layouts.reflection, values, upTo: .title, into: &html)
        return .replaced
    }

    /// - Returns: `nil` for what is shown as a block like others, because something is wrong with it.
    mutating func enterQuiz(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering? {
        guard !exercises.isInQuiz else {
            if let title = node.alertTitle { issues.append(DocumentIssue(.node(title.ordinal), .quizInQuiz)) }
            return nil
        }
        var reader = QuizReader()
        // What is compared, and what ids are made of, does not depend on how quotes and spaces are set.
        let read = reader.read(asTyped(node))
        issues += reader.issues
        guard let quiz = read, let title = node.alertTitle else { return nil }
        let index = prose.exercises.count
        let answers = quiz.answers.map(\.text) + quiz.answers.compactMap { $0.partner?.plainText }
        let exercise = exercise(.quiz, node, question: asTyped(title).plainText, answers: answers)
        prose.exercises.append(exercise)
        let number = exercises.solutions.count + 1
        let total = exercises.total ?? node.tree.root.subtree.count { BlockKind(of: $0) == .quiz }
        exercises.total = total
        let order = quiz.shownOrder(seed: exercise.explicitID ?? Slug.identifier(for: exercise.question))
        exercises.solutions.append(QuizLayout.Solution(number: number, quiz, order: order))
        let shell = layouts.quizzes.shell(quiz, block: blocks.add(), number: number, total: total, order: order)
        exercises.isInQuiz = true
        write(quiz, title, as: shell, exercise: index, into: &html)
        exercises.isInQuiz = false
        exercises.references = []
        return .skipped
    }

    /// A node as its author typed it.
    private func asTyped(_ node: Markup.Node) -> Markup.Node {
        typed?.node(at: node.ordinal) ?? node
    }

    private func exercise(_ kind: BlockKind, _ node: Markup.Node, question: String, answers: [String]) -> Exercise {
        let id = node.alertID.map { String(decoding: $0, as: UTF8.self) }
        return Exercise(kind: kind, question: question, explicitID: id, answers: answers, node: node.ordinal)
    }

    private mutating func write(_ quiz: Quiz, _ title: Markup.Node, as shell: ElementShell, exercise: Int, into html: inout [UInt8]) {
        var position = 0
        var passages = [Int: Passage]()
        for mark in shell.marks {
            html.append(contentsOf: shell.bytes[position..<mark.offset])
            position = mark.offset
            let inside: (nodes: [Markup.Node], isOnlyInside: Bool)
            switch QuizMark(mark.id) {
            case .id:
                prose.gaps.append(Prose.Gap(offset: html.count, content: .exerciseID(exercise)))
                continue
            case .answer(let answer, .value):
                prose.gaps.append(Prose.Gap(offset: html.count, content: .answerValue(exercise: exercise, answer: answer)))
                continue
            case .answer(let answer, .partnerValue):
                let partner = quiz.answers.count + answer
                prose.gaps.append(Prose.Gap(offset: html.count, content: .answerValue(exercise: exercise, answer: partner)))
                continue
            case .question: inside = ([title], true)
            case .leftHead: inside = (quiz.heads.map { [$0.left] } ?? [], true)
            case .rightHead: inside = (quiz.heads.map { [$0.right] } ?? [], true)
            case .introduction: inside = (quiz.introduction, false)
            case .explanation: inside = (quiz.explanation, false)
            case .answer(let answer, .text): inside = ([quiz.answers[answer].node], true)
            case .answer(let answer, .partner): inside = (quiz.answers[answer].partner.map { [$0] } ?? [], true)
            case .answer(let answer, .feedback): inside = (quiz.answers[answer].feedback, false)
            }
            if let passage = passages[mark.id] {
                write(again: passage, into: &html)
                continue
            }
            let start = (html: html.count, gaps: prose.gaps.count, references: exercises.references.count)
            format(inside.nodes.map { title.tree.node(at: $0.ordinal) ?? $0 }, isOnlyInside: inside.isOnlyInside, into: &html)
            passages[mark.id] = Passage(
                html: start.html..<html.count, gaps: start.gaps..<prose.gaps.count,
                references: Array(exercises.references[start.references...]))
        }
        html.append(contentsOf: shell.bytes[position...])
    }

    /// Writes parts of the text out of their turn, with all that is noted of them.
    mutating func format(_ nodes: [Markup.Node], isOnlyInside: Bool, into html: inout [UInt8]) {
        var formatter = HTMLFormatter(decoration: ProseDecoration(settings, typed: typed, title: nil))
        swap(&self, &formatter.decoration)
        for node in nodes {
            if isOnlyInside { formatter.formatChildren(of: node, into: &html) } else { formatter.format(node, into: &html) }
        }
        swap(&self, &formatter.decoration)
    }

    private mutating func write(again passage: Passage, into html: inout [UInt8]) {
        // A copy: a slice would make the whole array be copied when more is appended.
        var gaps = Array(prose.gaps[passage.gaps])[...]
        var position = passage.html.lowerBound
        let end = passage.html.upperBound
        for left in passage.references + [end..<end] {
            let shift = html.count - position
            while let gap = gaps.first, gap.offset <= left.lowerBound {
                prose.gaps.append(Prose.Gap(offset: gap.offset + shift, content: gap.content))
                gaps.removeFirst()
            }
            let copy = Array(html[position..<left.lowerBound])
            html.append(contentsOf: copy)
            position = left.upperBound
        }
    }
}
