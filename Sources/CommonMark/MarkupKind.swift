extension Markup {
    /// What a node is, with what belongs to it alone.
    public enum Kind: Sendable, Equatable {
        case document

        case paragraph
        /// `level` is 1 to 6.
        case heading(level: Int)
        case blockQuote
        /// The first child of a block quote that is an alert; its children are the title's inlines. See `Node.alertMarker`.
        case alertMarker
        /// A bullet list has no meaningful `start` and `delimiter`.
        case list(isOrdered: Bool, start: Int, isTight: Bool, delimiter: ListDelimiter)
        /// `task` is whether its box is ticked; nil where there is no box.
        case item(task: Bool?)
        /// `info` is what stands behind the opening fence.
        case codeBlock(info: Bytes)
        case htmlBlock
        case thematicBreak
        /// An alignment for each column.
        case table(alignments: [Alignment])
        case tableRow(isHeader: Bool)
        case tableCell
        /// At the end of the document, in the order of first references. `number` counts from 1.
        case footnoteDefinition(label: Bytes, number: Int, references: Int)

        case text
        case softBreak
        case lineBreak
        case code
        case htmlInline
        case emphasis
        case strong
        case strikethrough
        case link(destination: Bytes, title: Bytes)
        case image(destination: Bytes, title: Bytes)
        /// `number` is that of the definition, `occurrence` says which of the references to it this is; both count from 1.
        case footnoteReference(label: Bytes, number: Int, occurrence: Int)
    }

    /// What follows the number of an ordered list's items.
    public enum ListDelimiter: Sendable {
        case period, parenthesis
    }

    /// Of a column. Raw values are those of the library.
    public enum Alignment: UInt8, Sendable {
        case none = 0
        case left = 0x6C
        case center = 0x63
        case right = 0x72
    }
}
