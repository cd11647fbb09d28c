import HTMLBytes

extension MarkupExtensions {
    /// Those of which a text may hold something: each that the library is not asked for saves a look at all of the text.
    func needed(by source: UnsafeBufferPointer<UInt8>) -> MarkupExtensions {
        var needed = self
        if !source.mayHoldTable { needed.remove(.table) }
        if !source.has(UInt8(ascii: "~")) { needed.remove(.strikethrough) }
        if !source.mayHoldAddress { needed.remove(.autolink) }
        if !source.has(UInt8(ascii: "^")) { needed.remove(.footnotes) }
        return needed
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func has(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: 0) < count }

    /// Whether `|`, `:-` or `-:` stands in it: a table of one column needs no `|`.
    fileprivate var mayHoldTable: Bool {
        has(.pipe) || places(of: .colon).contains { isByte(.hyphen, at: $0 + 1) || isByte(.hyphen, at: $0 - 1) }
    }

    /// Whether `@`, `www.`, or a `://` that is not part of `<https://…>` stands in it.
    fileprivate var mayHoldAddress: Bool {
        has(UInt8(ascii: "@"))
            || places(of: .colon).contains { isByte(.slash, at: $0 + 1) && isByte(.slash, at: $0 + 2) && !isInAngles($0) }
            || places(of: UInt8(ascii: ".")).contains { isByte(.w, at: $0 - 1) && isByte(.w, at: $0 - 2) && isByte(.w, at: $0 - 3) }
    }

    /// Whether a colon ends the scheme of an autolink of CommonMark.
    private func isInAngles(_ colon: Int) -> Bool {
        var start = colon
        while start > 0, self[start - 1].isLetter { start -= 1 }
        guard (2...32).contains(colon - start), isByte(UInt8(ascii: "<"), at: start - 1), !isByte(.backslash, at: start - 2) else {
            return false
        }
        var end = colon
        while end < count, self[end] > .space, self[end] != UInt8(ascii: "<"), self[end] != UInt8(ascii: ">") { end += 1 }
        return isByte(UInt8(ascii: ">"), at: end)
    }

    private func isByte(_ byte: UInt8, at index: Int) -> Bool { indices.contains(index) && self[index] == byte }
}

extension UInt8 {
    fileprivate static let w = UInt8(ascii: "w")
    fileprivate static let colon = UInt8(ascii: ":")
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let hyphen = UInt8(ascii: "-")
}
