extension [UInt8] {
    /// Appends bytes as they are.
    mutating func write(_ markup: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Begins a line, unless one has just begun.
    mutating func beginLine() {
        if let last, last != .newline { append(.newline) }
    }

    /// Appends text, `"`, `&`, `<` and `>` as entities: fit for content and for attributes in double quotes.
    public mutating func writeEscaped(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { writeEscaped($0) }
    }

    mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte <= UInt8(ascii: ">"), let entity = byte.entity {
                append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
                write(entity)
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Appends a destination for an attribute in double quotes: what may not stand in a URL is percent-encoded.
    public mutating func writeDestination(_ destination: ArraySlice<UInt8>) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "'"): write("&#x27;")
            case _ where byte.isSafeInURL: append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(byte >> 4 &+ (byte >> 4 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
                append(byte & 15 &+ (byte & 15 < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
            }
        }
    }
}

extension UInt8 {
    fileprivate var entity: StaticString? {
        switch self {
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: nil
        }
    }

    fileprivate var isSafeInURL: Bool {
        if isLetter || isDigit { return true }
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "*"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "@"),
            UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"),
            UInt8(ascii: "~"):
            return true
        default: return false
        }
    }
}
