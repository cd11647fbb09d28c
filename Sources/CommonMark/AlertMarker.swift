/// The line by which a block quote becomes an alert: `[!QUIZ] Who is first in line? {#first}`.
public struct AlertMarker: Equatable, Sendable {
    /// Between `[!` and `]`, letters only, as it is written.
    public let kind: Range<Int>
    /// What stands between the kind and `]`, without the white space around it: the `20 min` of `[!ACTIVITY 20 min]`; nil where nothing
    /// does.
    public let detail: Range<Int>?
    /// What follows, without the id and the white space around it; nil where nothing does.
    public let title: Range<Int>?
    /// Between `{#` and `}`.
    public let id: Range<Int>?

    /// Reads a line from its `[` on; nil where it is no marker. Ranges are indices of the line.
    init?(_ line: some RandomAccessCollection<UInt8> & BidirectionalCollection<UInt8>, at offset: Int) {
        var bytes = Array(line)
        while let last = bytes.last, last.isWhitespace { bytes.removeLast() }
        guard bytes.starts(with: "[!".utf8), let close = bytes.firstIndex(of: UInt8(ascii: "]")), close > 2,
            close + 1 == bytes.count || bytes[close + 1].isBlank
        else { return nil }
        let kindEnd = bytes[2..<close].firstIndex { !$0.isLetter } ?? close
        let inside = bytes[kindEnd..<close].trimmed
        guard kindEnd > 2, kindEnd == close || bytes[kindEnd].isBlank && !inside.isEmpty, !inside.contains(UInt8(ascii: "["))
        else { return nil }
        kind = offset + 2..<offset + kindEnd
        detail = kindEnd == close ? nil : offset + inside.startIndex..<offset + inside.endIndex
        var end = bytes.count
        if let attribute = IDAttribute(atEndOf: bytes[(close + 1)...]) {
            id = offset + attribute.id.lowerBound..<offset + attribute.id.upperBound
            end = attribute.textEnd
        } else {
            id = nil
        }
        let start = bytes[(close + 1)..<max(end, close + 1)].firstIndex { !$0.isWhitespace }
        title = start.map { offset + $0..<offset + end }
    }
}

/// `{#id}` at the end of a heading or of an alert's title.
struct IDAttribute {
    /// Between `{#` and `}`.
    let id: Range<Int>
    /// Where the text before it ends, without the white space in between.
    let textEnd: Int

    /// An id consists of letters, digits, `-`, `_`, `.`, `:` and whatever is not ASCII; something else is no id but text.
    init?(atEndOf text: ArraySlice<UInt8>) {
        guard let last = text.lastIndex(where: { !$0.isWhitespace }), text[last] == UInt8(ascii: "}") else { return nil }
        let start = text[..<last].lastIndex { !($0.isLetter || $0.isDigit || $0 >= 0x80 || "-_.:".utf8.contains($0)) }
        guard let start, start + 1 < last, text[start] == UInt8(ascii: "#"), start > text.startIndex,
            text[start - 1] == UInt8(ascii: "{"), start - 1 == text.startIndex || text[start - 2].isWhitespace
        else { return nil }
        id = start + 1..<last
        var end = start - 1
        while end > text.startIndex, text[end - 1].isWhitespace { end -= 1 }
        textEnd = end
    }
}

extension Markup.Node {
    /// What makes a block quote an alert; nil for others. Ranges are those of the source. The title's inlines are the children of
    /// `alertTitle`.
    public var alertMarker: AlertMarker? {
        alertTitle.flatMap { AlertMarker(storage.source[$0.range], at: $0.range.lowerBound) }
    }

    /// The first child of an alert, which holds the inlines of its title. Format its children for the title, and those of the quote for
    /// all but that line.
    public var alertTitle: Markup.Node? {
        guard raw.tag == .blockQuote, index + 1 < Int(raw.end), storage.nodes[index + 1].tag == .alertMarker else { return nil }
        return Markup.Node(storage: storage, index: index + 1)
    }
}
