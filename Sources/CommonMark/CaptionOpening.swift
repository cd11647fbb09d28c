/// How the caption of a table begins, in a paragraph above it: with a word and a colon, perhaps with a blank in between, “Table: …”, “Tableau : …”.
public struct CaptionOpening: Sendable {
    /// What stands before the colon and its blank.
    public let word: Markup.Bytes
    /// What stands behind it in the same text node, without white space at its start.
    public let rest: Markup.Bytes

    /// In bytes; no language has a longer one.
    private static let longest = 40

    /// Whether a text may begin so, in whatever language: a look at its first word, since every paragraph is looked at.
    static func isPossible(in text: UnsafeBufferPointer<UInt8>) -> Bool { colon(in: text) != nil }

    init?(_ text: Markup.Bytes) {
        guard let colon = text.withUnsafeBufferPointer({ Self.colon(in: $0) }) else { return nil }
        word = Self.withoutBlank(text.prefix(colon))
        rest = text.dropFirst(colon + 1).drop(while: \.isWhitespace)
    }

    private static func colon(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        for index in 0..<min(text.count, longest) {
            let byte = text[index]
            if byte.isLetter || byte >= 0x80 { continue }
            if byte == UInt8(ascii: ":") { return index > 0 ? index : nil }
            guard byte == .space, index + 1 < text.count, text[index + 1] == UInt8(ascii: ":") else { return nil }
        }
        return nil
    }

    /// The blank before a colon may be a no-break space, of either width.
    private static func withoutBlank(_ word: Markup.Bytes) -> Markup.Bytes {
        for blank in [" ", "\u{A0}", "\u{202F}"] where word.suffix(blank.utf8.count).elementsEqual(blank.utf8) {
            return word.dropLast(blank.utf8.count)
        }
        return word
    }
}

extension Markup.Node {
    /// Of a paragraph that begins like the caption of a table; nil for all others.
    public var captionOpening: CaptionOpening? {
        guard raw.tag == .paragraph, raw.has(.mayBeCaption), let first = children.first(where: { _ in true }) else { return nil }
        return CaptionOpening(first.literal)
    }

    /// Whether such a paragraph stands directly above a table; comments may stand in between.
    public var isAboveTable: Bool { raw.tag == .paragraph && raw.has(.aboveTable) }
}
