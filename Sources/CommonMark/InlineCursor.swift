/// Follows the inlines of a leaf block through its text, in their order, and says where each is written.
///
/// Inlines leave no gaps: one begins where the one before it ended. Columns of the library are needed for the ends of links alone, whose
/// destinations are not inlines. Those columns count from the last break that the library noticed, hence `base`.
struct InlineCursor {
    private let text: UnsafeBufferPointer<UInt8>
    private let alignment: LeafAlignment
    private let cmark: CMark
    /// The column that the library gives to offset `base` of the text.
    private let firstColumn: Int
    private var base = 0
    private var position = 0
    /// Ends of autolinks that are being walked through, which are known from their start.
    private var knownEnds: [Int?] = []

    init(_ leaf: CMarkNode, _ alignment: LeafAlignment, cmark: CMark) {
        text = leaf.content
        self.alignment = alignment
        self.cmark = cmark
        firstColumn = leaf.startColumn + leaf.internalOffset
    }

    // MARK: - The walk

    /// The whole place of a leaf, the start of others.
    mutating func enter(_ node: CMarkNode, _ tag: RawNode.Tag) -> Range<Int> {
        let start = position
        var breakEnd: Int?
        switch tag {
        case .text: position = end(of: node.literal, from: position)
        case .softBreak, .lineBreak: breakEnd = passBreak()
        case .code: passCode()
        case .htmlInline: position += node.literal.count
        case .footnoteReference: position = max(position + 1, base + node.endColumn - firstColumn + 1)
        case .emphasis: position += 1
        case .strong: position += 2
        case .strikethrough: position += run(of: UInt8(ascii: "~"), from: position)
        case .link, .image: enterLink(node, tag)
        default: break
        }
        position = min(position, knownEnds.last.flatMap { $0 } ?? text.count, text.count)
        let isLeaf = tag != .emphasis && tag != .strong && tag != .strikethrough && tag != .link && tag != .image
        return alignment.place(of: start..<(isLeaf ? max(breakEnd ?? position, start) : start))
    }

    /// The place of an inline that holds others, and of the destination that is written in it.
    mutating func leave(_ node: CMarkNode, _ tag: RawNode.Tag, from start: Int) -> (range: Range<Int>, destination: Range<Int>?) {
        var destination: Range<Int>?
        switch tag {
        case .emphasis: position += 1
        case .strong: position += 2
        case .strikethrough: position += run(of: UInt8(ascii: "~"), from: position)
        default:
            if let end = knownEnds.popLast() ?? nil {
                position = end
            } else {
                let end = min(max(base + node.endColumn - firstColumn + 1, position), text.count)
                destination = self.destination(from: position, to: end)
                position = end
            }
        }
        position = min(position, text.count)
        let end = position > 0 ? alignment.end(after: position - 1) : start
        return (start..<max(start, end), destination.map { alignment.place(of: $0) })
    }

    private func run(of byte: UInt8, from offset: Int) -> Int {
        var end = offset
        while end < text.count, text[end] == byte { end += 1 }
        return end - offset
    }

    /// Goes to the first character of the next line, and says where the line ends.
    private mutating func passBreak() -> Int {
        let isEscaped = position < text.count && text[position] == .backslash
        while position < text.count, text[position] != .newline { position += 1 }
        let end = min(position + 1, text.count)
        position = end
        // The library does not notice that a break after a backslash ends a line, and leaves blanks to the text behind it.
        if isEscaped { return end }
        base = position
        while position < text.count, text[position].isBlank { position += 1 }
        return end
    }

    private mutating func passCode() {
        let ticks = run(of: .backtick, from: position)
        position += ticks
        while position < text.count {
            let closing = run(of: .backtick, from: position)
            position += max(closing, 1)
            if closing == ticks { return }
        }
    }

    private mutating func enterLink(_ node: CMarkNode, _ tag: RawNode.Tag) {
        guard position < text.count else { return knownEnds.append(nil) }
        switch text[position] {
        case UInt8(ascii: "["):
            position += 1
            knownEnds.append(nil)
        case UInt8(ascii: "!") where tag == .image:
            position += 2
            knownEnds.append(nil)
        case UInt8(ascii: "<"):
            let end = text[position...].firstIndex(of: UInt8(ascii: ">")) ?? text.count - 1
            knownEnds.append(end + 1)
            position += 1
        default:
            // A bare address: as it is written, unless the library found it in text that it had decoded before.
            guard let address = node.firstChild?.literal else { return knownEnds.append(position) }
            let isRaw = text[position...].starts(with: address)
            knownEnds.append(isRaw ? position + address.count : end(of: address, from: position))
        }
    }

    // MARK: - Texts

    /// Where a text ends whose escapes and entities are decoded in `literal`.
    private func end(of literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        var index = 0
        while index < literal.count, place < text.count {
            if text[place] == .backslash, place + 1 < text.count, text[place + 1].isPunctuation, text[place + 1] == literal[index] {
                place += 2
                index += 1
            } else if text[place] == UInt8(ascii: "&"),
                let entity = cmark.entity(at: UnsafeBufferPointer(rebasing: text[(place + 1)...]))
            {
                place += entity.length + 1
                index += entity.text.count
            } else if text[place] == literal[index] {
                place += 1
                index += 1
            } else {
                break
            }
        }
        return place
    }

    /// Where the destination is written between the end of a link's text and the end of the link, if it is: `](` and blanks before it.
    private func destination(from textEnd: Int, to end: Int) -> Range<Int>? {
        guard textEnd + 2 < end, text[textEnd] == UInt8(ascii: "]"), text[textEnd + 1] == UInt8(ascii: "(") else { return nil }
        var start = textEnd + 2
        while start < end, text[start].isWhitespace { start += 1 }
        guard start < end else { return nil }
        let isPointed = text[start] == UInt8(ascii: "<")
        if isPointed { start += 1 }
        var stop = start
        var depth = 0
        while stop < end {
            switch text[stop] {
            case .backslash where stop + 1 < end && text[stop + 1].isPunctuation: stop += 1
            case UInt8(ascii: ">") where isPointed: return start..<stop
            case UInt8(ascii: "(") where !isPointed: depth += 1
            case UInt8(ascii: ")") where !isPointed:
                if depth == 0 { return start..<stop }
                depth -= 1
            case let byte where !isPointed && byte.isWhitespace: return start..<stop
            default: break
            }
            stop += 1
        }
        return start..<stop
    }
}
