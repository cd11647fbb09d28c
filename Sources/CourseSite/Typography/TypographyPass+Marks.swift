/// Dashes, ellipses, and spaces before marks.
extension TypographyPass {
    /// - Returns: the end of the hyphens.
    mutating func setDash(at place: Place, in piece: Range<Int>) -> Int {
        let end = endOfRun(of: UInt8(ascii: "-"), from: place.offset, in: piece)
        let count = end - place.offset
        guard let dashes = rules.dashes, count == 2 || count == 3 else { return end }
        let before = left(of: place)
        let after = right(of: Place(piece: place.piece, offset: end))
        guard before?.scalar.keepsHyphens != true, after?.keepsHyphens != true else { return end }
        // An option of a command, as in --help.
        if count == 2, after?.isPartOfWord == true, isOpening(before) { return end }
        replace(place.offset..<end, in: place.piece, with: count == 2 ? dashes.two : dashes.three)
        return end
    }

    /// - Returns: the end of the dots.
    mutating func setEllipsis(at place: Place, in piece: Range<Int>) -> Int {
        let end = endOfRun(of: UInt8(ascii: "."), from: place.offset, in: piece)
        guard let ellipsis = rules.ellipsis, end - place.offset == 3 else { return end }
        let before = left(of: place)?.scalar
        let after = right(of: Place(piece: place.piece, offset: end))
        // Parts of a path, and ranges of numbers.
        guard before?.keepsDots != true, after?.keepsDots != true, before?.isDigit != true || after?.isDigit != true else { return end }
        replace(place.offset..<end, in: place.piece, with: ellipsis)
        return end
    }

    private func endOfRun(of byte: UInt8, from offset: Int, in piece: Range<Int>) -> Int {
        text.bytes[offset..<piece.upperBound].firstIndex { $0 != byte } ?? piece.upperBound
    }

    /// Sets the space before one of `;`, `:`, `!`, `?`.
    mutating func setSpace(before mark: Unicode.Scalar, at place: Place) {
        guard let space = rules.spaces[mark], let before = left(of: place), !before.scalar.isHighMark else { return }
        guard ends(mark, at: end(of: place)) else { return }
        let puttingIn = takesMark(before) && !(mark == ":" && endsShortcode(place))
        setSpace(space, leftOf: place, puttingIn: puttingIn)
    }

    /// Whether a mark ends a part of a sentence, by what follows: not in an address, a time, a path, an emoticon.
    private func ends(_ mark: Unicode.Scalar, at place: Place) -> Bool {
        let isColon = mark == ":" || mark == ";"
        var next = text.character(after: place)
        if isColon, let (scalar, after) = next {
            if scalar.isHighMark { return false }
            if scalar == "'" || scalar == "’", let second = right(of: after), second == "(" || second == ")" { return false }
        }
        while let (scalar, after) = next, scalar.isDot || !isColon && scalar.isHighMark { next = text.character(after: after) }
        guard let (scalar, _) = next else { return true }
        return scalar.isSpace || scalar.isQuote || scalar == "," || (isColon ? scalar.isHighMark : scalar.isClosingBracket)
    }

    /// Whether a space may be put in between a character and the mark after it.
    private func takesMark(_ before: (scalar: Unicode.Scalar, end: Place)) -> Bool {
        switch before.scalar {
        case ")", "]", "}", "»", "”", "›", "’", "%", "€", "…": return true
        case ".":
            let dot = Place(piece: before.end.piece, offset: before.end.offset - 1)
            return text.character(before: dot)?.scalar.isPartOfWord == true
        default: return before.scalar.isPartOfWord
        }
    }

    /// Whether a colon ends the name of an emoji, as in :smile:.
    private func endsShortcode(_ place: Place) -> Bool {
        let start = text.range(of: place.piece).lowerBound
        var index = place.offset
        while index > start, text.bytes[index - 1].isShortcode { index -= 1 }
        guard index > start, index < place.offset, text.bytes[index - 1] == UInt8(ascii: ":") else { return false }
        let before = text.character(before: Place(piece: place.piece, offset: index - 1))
        return before.map { $0.scalar.isSpace || $0.scalar.isOpening } ?? true
    }
}

extension Unicode.Scalar {
    /// Beside these hyphens draw an arrow, a line or a comment.
    fileprivate var keepsHyphens: Bool {
        switch self {
        case "<", ">", "!", "|", "=", "+", "_", "/", "\\", "*", "-", "~", "#": true
        default: false
        }
    }

    fileprivate var keepsDots: Bool { self == "." || self == "/" || self == "\\" }
}

extension UInt8 {
    fileprivate var isShortcode: Bool {
        isASCIILetter(self) || isASCIIDigit(self) || self == UInt8(ascii: "_") || self == UInt8(ascii: "+")
    }
}
