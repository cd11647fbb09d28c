import HTMLBytes

/// What a highlighter answers, read before it is believed: the very code that it was given, with nothing but `<span class="hl …">` around parts of it.
enum HighlightedCode {
    private static let opening = Array("<span class=\"hl ".utf8)
    private static let closing = Array("</span>".utf8)
    /// All that it writes.
    private static let entities: [(name: [UInt8], byte: UInt8)] = [
        (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&amp;".utf8), UInt8(ascii: "&")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&apos;".utf8), UInt8(ascii: "'")), (Array("&#64;".utf8), UInt8(ascii: "@")),
    ]

    /// - Parameter code: that was given.
    /// - Returns: HTML that was written anew from what was understood; `nil` where the answer is anything else.
    static func read(_ answer: [UInt8], of code: [UInt8]) -> [UInt8]? {
        var html = [UInt8]()
        html.reserveCapacity(answer.count)
        var text = [UInt8]()
        text.reserveCapacity(code.count)
        /// Where the text begins that is not yet in the HTML.
        var written = 0
        var isInSpan = false
        var rest = answer[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<") {
                html.appendEscaped(text[written...])
                written = text.count
                if !isInSpan, rest.starts(with: opening) {
                    rest = rest.dropFirst(opening.count)
                    let name = rest.prefix { isASCIILetter($0) }
                    rest = rest.dropFirst(name.count)
                    guard !name.isEmpty, rest.starts(with: "\">".utf8) else { return nil }
                    rest = rest.dropFirst(2)
                    html += opening + name + "\">".utf8
                } else if isInSpan, rest.starts(with: closing) {
                    rest = rest.dropFirst(closing.count)
                    html += closing
                } else {
                    return nil
                }
                isInSpan.toggle()
            } else if byte == UInt8(ascii: "&") {
                guard let entity = entities.first(where: { rest.starts(with: $0.name) }) else { return nil }
                text.append(entity.byte)
                rest = rest.dropFirst(entity.name.count)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        html.appendEscaped(text[written...])
        return !isInSpan && text == code ? html : nil
    }
}
