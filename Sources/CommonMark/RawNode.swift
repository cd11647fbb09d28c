/// A node as it lies in the array of a `Markup`: 32 bytes, in preorder, its subtree right behind it.
struct RawNode: BitwiseCopyable, Sendable {
    enum Tag: UInt8, Sendable {
        case document, paragraph, heading, blockQuote, alertMarker, list, item, codeBlock, htmlBlock, thematicBreak
        case table, tableRow, tableCell, footnoteDefinition
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image, footnoteReference
    }

    /// What the kinds keep in `detail`, beside a heading's level.
    struct Detail: OptionSet {
        let rawValue: UInt8
        /// Of a list, and of the paragraphs right inside its items, which are then written without `<p>`.
        static let tight = Self(rawValue: 1 << 0)
        /// Of a list; of a table row: it is the header.
        static let ordered = Self(rawValue: 1 << 1), header = ordered
        /// Of a list: its numbers are followed by `)` and not by `.`.
        static let parenthesis = Self(rawValue: 1 << 2)
        /// Of an item.
        static let task = Self(rawValue: 1 << 3), done = Self(rawValue: 1 << 4)
        /// Of a paragraph: an image is all that it holds.
        static let onlyImage = Self(rawValue: 1 << 5)
        /// Of a paragraph: it begins with a word and a colon, as the caption of a table does.
        static let mayBeCaption = Self(rawValue: 1 << 6)
        /// Of such a paragraph: what follows, apart from comments, is a table.
        static let aboveTable = Self(rawValue: 1 << 7)
    }

    var tag: Tag
    var detail: UInt8 = 0
    /// The index behind the last node of the subtree.
    var end: Int32 = 0
    /// In the source.
    var range: Span = .empty
    /// In the buffer of text: a literal, the destination of a link or an image, the label of a footnote, the alignments of a table
    /// (a byte a column), the id of a heading.
    var text: Span = .empty
    /// In the buffer of text: the title of a link or an image, the info string of a code block. Of a list the number that it begins
    /// with; of a footnote its number and, at a reference, which of its references this is, at a definition how many there are.
    var extra: Span = .empty

    /// A range in half the space.
    struct Span: Equatable, Sendable {
        var start: Int32
        var end: Int32

        static let empty = Self(start: 0, end: 0)

        init(start: Int32, end: Int32) {
            self.start = start
            self.end = end
        }

        init(_ range: Range<Int>) {
            start = Int32(truncatingIfNeeded: range.lowerBound)
            end = Int32(truncatingIfNeeded: range.upperBound)
        }

        var range: Range<Int> { Int(start)..<Int(end) }
        var isEmpty: Bool { start == end }
    }

    func has(_ detail: Detail) -> Bool { self.detail & detail.rawValue != 0 }
}
