/// What a style sheet, a declaration or a value of CSS would load: `url()`, `image-set("…")`, `@import` … (CSS Syntax Level 3, section 4).
///
/// Escapes are read and comments and strings passed over as browsers do it, so that `u\72l(…)` is found and `/* url(…) */` is not.
struct CSSReferences {
    enum Kind { case image, sheet }

    struct Reference {
        let kind: Kind
        let target: [UInt8]
        /// Bytes of the text.
        let range: Range<Int>
    }

    /// Functions in which a string is an address.
    private static let loading: Set<String> = ["image-set", "-webkit-image-set", "image", "src"]

    private let css: [UInt8]
    private var offset = 0
    private(set) var references: [Reference] = []
    /// Of each parenthesis that is open: whether a string in it is an address.
    private var open: [Bool] = []
    /// The address of a namespace is a name, which nobody loads.
    private var isInNamespaceRule = false

    init(in css: [UInt8]) {
        self.css = css
        while let byte = peek() { step(byte) }
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        offset + distance < css.count ? css[offset + distance] : nil
    }

    private mutating func step(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): passComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let start = offset
            let text = string(endedBy: byte)
            if open.last == true, !isInNamespaceRule { references.append(Reference(kind: .image, target: text, range: start..<offset)) }
        case UInt8(ascii: "("):
            open.append(false)
            offset += 1
        case UInt8(ascii: ")"):
            _ = open.popLast()
            offset += 1
        case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            isInNamespaceRule = false
            offset += 1
        case UInt8(ascii: "@"): atRule()
        // A token of its own, whose hyphens begin no name.
        case UInt8(ascii: "<") where css[offset...].starts(with: "<!--".utf8): offset += 4
        default:
            if byte.isCSSName || byte == UInt8(ascii: "\\") { nameOrFunction() } else { offset += 1 }
        }
    }

    private mutating func passComment() {
        offset += 2
        while let byte = peek(), !(byte == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) { offset += 1 }
        offset = min(offset + 2, css.count)
    }

    private mutating func atRule() {
        let start = offset
        offset += 1
        switch name() {
        case "import": references.append(Reference(kind: .sheet, target: [], range: start..<offset))
        case "namespace": isInNamespaceRule = true
        default: break
        }
    }

    private mutating func nameOrFunction() {
        let start = offset
        let name = name()
        guard peek() == UInt8(ascii: "(") else {
            if offset == start { offset += 1 }
            return
        }
        offset += 1
        guard name == "url" else {
            let loads = Self.loading.contains(name)
            // What stands in for an address, such as `var()`, may be one.
            if open.last == true, !loads, name != "type", !name.hasSuffix("gradient") {
                references.append(Reference(kind: .image, target: Array("\(name)()".utf8), range: start..<offset))
            }
            open.append(loads)
            return
        }
        while let byte = peek(), byte.isCSSSpace { offset += 1 }
        let target: [UInt8]
        if let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            target = string(endedBy: quote)
            while let byte = peek(), byte.isCSSSpace { offset += 1 }
            if peek() == UInt8(ascii: ")") { offset += 1 } else { open.append(false) }
        } else {
            target = text { $0 == UInt8(ascii: ")") }
            if peek() != nil { offset += 1 }
        }
        if !isInNamespaceRule { references.append(Reference(kind: .image, target: target, range: start..<offset)) }
    }

    /// In small letters.
    private mutating func name() -> String {
        String(decoding: text { !$0.isCSSName }, as: UTF8.self).lowercased()
    }

    private mutating func string(endedBy quote: UInt8) -> [UInt8] {
        offset += 1
        let text = text { $0 == quote || $0.isCSSNewline }
        if peek() == quote { offset += 1 }
        return text
    }

    /// What stands before a byte that ends it, with its escapes read.
    private mutating func text(until isEnd: (UInt8) -> Bool) -> [UInt8] {
        var text = [UInt8]()
        while let byte = peek() {
            if byte == UInt8(ascii: "\\") {
                escape(into: &text)
            } else if isEnd(byte) {
                break
            } else {
                text.append(byte)
                offset += 1
            }
        }
        return text
    }

    /// `\72 `: up to six digits and one blank; or `\` and the character that is meant. Before the end of a line a string goes on.
    private mutating func escape(into text: inout [UInt8]) {
        offset += 1
        var code: UInt32 = 0
        var digits = 0
        while digits < 6, let digit = peek()?.hexadecimalValue {
            code = code * 16 + digit
            digits += 1
            offset += 1
        }
        if digits > 0 {
            text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
            if peek()?.isCSSSpace == true { passOne() }
        } else if let byte = peek() {
            if !byte.isCSSNewline { text.append(byte) }
            passOne()
        }
    }

    /// CR and LF are one line's end.
    private mutating func passOne() {
        offset += peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
    }
}

extension UInt8 {
    fileprivate var isCSSNewline: Bool { self == 0x0A || self == 0x0C || self == 0x0D }
    fileprivate var isCSSSpace: Bool { isCSSNewline || self == 0x20 || self == 0x09 }

    fileprivate var isCSSName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
