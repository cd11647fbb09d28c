#if canImport(Glibc)
    import Glibc
#endif

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
    fileprivate func has(_ byte: UInt8) -> Bool { next(byte, from: 0) != nil }

    /// Whether `|`, `:-` or `-:` stands in it: a table of one column needs no `|`.
    fileprivate var mayHoldTable: Bool {
        if has(.pipe) { return true }
        var offset = 0
        while let colon = next(UInt8(ascii: ":"), from: offset) {
            if isByte(.hyphen, at: colon + 1) || isByte(.hyphen, at: colon - 1) { return true }
            offset = colon + 1
        }
        return false
    }

    /// Whether `@`, `www.`, or a `://` that is not part of `<https://…>` stands in it.
    fileprivate var mayHoldAddress: Bool {
        if has(UInt8(ascii: "@")) { return true }
        var offset = 0
        while let colon = next(UInt8(ascii: ":"), from: offset) {
            if isByte(UInt8(ascii: "/"), at: colon + 1), isByte(UInt8(ascii: "/"), at: colon + 2), !isInAngles(colon) { return true }
            offset = colon + 1
        }
        offset = 0
        while let dot = next(UInt8(ascii: "."), from: offset) {
            if isByte(.w, at: dot - 1), isByte(.w, at: dot - 2), isByte(.w, at: dot - 3) { return true }
            offset = dot + 1
        }
        return false
    }

    /// Whether a colon ends the scheme of an autolink of CommonMark.
    private func isInAngles(_ colon: Int) -> Bool {
        var start = colon
        while start > 0, self[start - 1].isLetter { start -= 1 }
        guard (2...32).contains(colon - start), isByte(UInt8(ascii: "<"), at: start - 1), !isByte(.backslash, at: start - 2) else { return false }
        var end = colon
        while end < count, self[end] > .space, self[end] != UInt8(ascii: "<"), self[end] != UInt8(ascii: ">") { end += 1 }
        return isByte(UInt8(ascii: ">"), at: end)
    }

    private func isByte(_ byte: UInt8, at index: Int) -> Bool { indices.contains(index) && self[index] == byte }

    private func next(_ byte: UInt8, from offset: Int) -> Int? {
        guard offset < count, let start = baseAddress, let found = memchr(start + offset, Int32(byte), count - offset) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}

extension UInt8 {
    fileprivate static let w = UInt8(ascii: "w")
    fileprivate static let hyphen = UInt8(ascii: "-")
}
