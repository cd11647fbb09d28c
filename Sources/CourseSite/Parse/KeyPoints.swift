/// The key points of a text: where they lie in its HTML, and what of that has to be another where they are collected with those of other texts.
///
/// A class, and `nil` in most texts: what a text without key points costs is a pointer.
final class KeyPoints: Sendable {
    /// One block `[!KEYPOINTS]`: nothing but whole elements, or in the title, a whole text.
    struct Block: Sendable {
        /// The title that its author gave it.
        let title: Range<Int>?
        let content: Range<Int>
    }

    /// A part of the HTML that holds only on the page of the text.
    struct Passage: Sendable {
        enum Content: Sendable {
            /// The number of an element.
            case number(ElementCounter, Int)
            /// A reference to a note, the whole of it.
            case reference(note: Int)
            /// The ways back from a note.
            case backLinks
            /// A quiz or a reflection, which belongs to its session.
            case exercise
        }

        let range: Range<Int>
        let content: Content
    }

    let blocks: [Block]
    /// By offset; none lies in another.
    let passages: [Passage]
    /// The texts of the notes, by their numbers; empty where no key point refers to one.
    let notes: [Int: Range<Int>]

    init(blocks: [Block] = [], passages: [Passage] = [], notes: [Int: Range<Int>] = [:]) {
        self.blocks = blocks
        self.passages = passages
        self.notes = notes
    }

    /// Those of a text that was not read: that it has some is known.
    static let unread = KeyPoints()
}

/// What elements are numbered by on a page.
enum ElementCounter: Hashable, Sendable {
    case alert, block, table, figure
}
