/// A quiz or a reflection: what a reader's own answers are kept by.
struct Exercise: Sendable {
    /// `quiz` or `reflection`.
    let kind: BlockKind
    /// Without markup.
    let question: String
    /// The author's own `{#id}`.
    let explicitID: String?
    /// Of a quiz, its answers without markup, in their author's order; of pairs, behind them what they are matched with.
    let answers: [String]
    /// The place of its block quote in the markup, in reading order.
    let node: Int
}
