/// A piece of a text in reading order, as far as typography sees it. What has no width, such as the start of emphasis, is no piece.
enum TextPiece: Sendable, Equatable {
    /// Text that may be changed: UTF-8 bytes of a buffer that all pieces share.
    case text(Range<Int>)
    /// What is never changed and stands like a word: code, an image, an address, the number of a footnote.
    case word
    /// The end of a line.
    case space
    /// The end of a block: nothing beyond it counts.
    case edge
}
