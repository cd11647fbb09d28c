extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let backslash = UInt8(ascii: "\\")
    static let pipe = UInt8(ascii: "|")
    static let backtick = UInt8(ascii: "`")

    var isBlank: Bool { self == .space || self == .tab }
    var endsLine: Bool { self == .newline || self == .carriageReturn }
    /// A space, a tab, or an end of a line, a page or a column.
    var isWhitespace: Bool { self == .space || self &- 9 < 5 }
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    /// What a backslash escapes.
    var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isDigit && !isLetter }
}

extension ArraySlice<UInt8> {
    /// Without white space at either end.
    var trimmed: Self {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return [] }
        return self[first...last]
    }
}
