import CommonMark

/// A question with answers that can be right or wrong, as its author wrote it.
struct Quiz {
    /// What the reader is asked to do, which follows from how the answers are written.
    enum Form: Sendable {
        /// A task list of which one answer is ticked, or several.
        case choose(several: Bool)
        /// A numbered list.
        case order
        /// A table of two columns.
        case match
        /// A list whose items begin with `=`.
        case fill
    }

    struct Answer {
        /// What holds its inlines.
        let node: Markup.Node
        /// Without markup, and without the `=` of an accepted answer.
        let text: String
        /// What it is matched with.
        var partner: Markup.Node?
        var isRight = true
        /// What is nested under it.
        var feedback: [Markup.Node] = []
    }

    let form: Form
    /// In their author's order.
    let answers: [Answer]
    /// The head of the table, where there is something in it.
    var heads: (left: Markup.Node, right: Markup.Node)?
    /// What stands between the question and the answers.
    let introduction: [Markup.Node]
    /// What stands behind the answers: it is shown with the right ones.
    let explanation: [Markup.Node]

    /// The order in which the answers are shown; of pairs, that of what they are matched with.
    func shownOrder(seed: String) -> [Int] {
        switch form {
        case .choose, .fill: Array(answers.indices)
        case .order, .match: Shuffle.order(of: answers.count, seed: seed)
        }
    }
}
