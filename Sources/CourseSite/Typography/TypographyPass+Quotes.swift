/// Quotes and apostrophes.
extension TypographyPass {
    // MARK: - Straight ones

    mutating func setDouble(at place: Place) {
        guard let pairs = rules.quotes else { return }
        let (before, after) = (left(of: place), end(of: place))
        let next = right(of: after)
        // Nothing stands between two of them, or they are somebody's code.
        guard before?.scalar != "\"", next != "\"" else { return }
        if mayOpen(before, after) {
            let level: OpenQuotes.Level = quotes.holdsPrimary ? .doubled : .primary
            open(level == .primary ? pairs.primary : pairs.secondary, level, at: place)
        } else if let before, mayClose(before, next) {
            if quotes.innermost == .doubled {
                quotes.closeInnermost()
                close(pairs.secondary, at: place)
            } else if quotes.holdsPrimary {
                quotes.closePrimary()
                close(pairs.primary, at: place)
            } else if leftOneStraight {
                leftOneStraight = false
            } else if !before.scalar.isDigit {
                // It was opened in a paragraph before. After a digit it is inches, or seconds.
                close(pairs.primary, at: place)
            }
        } else if before?.scalar.isSpace == false {
            leftOneStraight = true
        }
    }

    mutating func setSingle(at place: Place) {
        guard let pairs = rules.quotes else { return }
        let (before, after) = (left(of: place)?.scalar, right(of: end(of: place)))
        guard before != "'", after != "'" else { return }
        switch single(at: place, length: 1) {
        case .opens: open(pairs.secondary, .secondary, at: place)
        case .closes:
            quotes.closeInnermost()
            close(pairs.secondary, at: place)
        case .omits:
            if rules.apostrophe != "'" { replace(place.offset..<place.offset + 1, in: place.piece, with: rules.apostrophe) }
        case .nothing: break
        }
    }

    private mutating func open(_ pair: TypographyRules.Quotes, _ level: OpenQuotes.Level, at place: Place) {
        replace(place.offset..<place.offset + 1, in: place.piece, with: pair.open, pair.inner)
        quotes.open(level)
        openedBefore = end(of: place)
    }

    private mutating func close(_ pair: TypographyRules.Quotes, at place: Place) {
        let range = place.offset..<place.offset + 1
        if let inner = pair.inner {
            replace(range, in: place.piece, with: inner, pair.close)
        } else {
            replace(range, in: place.piece, with: pair.close)
        }
    }

    // MARK: - Typographic ones

    /// Takes note of a quote that the author has set, and sets the space within it.
    mutating func follow(_ role: QuoteRole, of scalar: Unicode.Scalar, at place: Place, length: Int) {
        let (before, after) = (left(of: place), end(of: place, length: length))
        switch role {
        case .opens(let level):
            // The other way round, »so«, it closes, and has no space after it.
            let isReversed = before?.scalar.isPartOfWord == true && right(of: after)?.isPartOfWord != true
            if let inner = inner(of: level), !isReversed { setSpace(inner, rightOf: after) }
            quotes.open(level)
            openedBefore = after
        case .closes(let level):
            if let inner = inner(of: level) {
                let isOpen = level == .primary ? quotes.holdsPrimary : quotes.isInSecondary
                if !isOpen, right(of: after)?.isPartOfWord == true { return }
                let isEmpty = before.map { roles.role(of: $0.scalar) == .opens(level) } ?? true
                setSpace(inner, leftOf: place, puttingIn: !isEmpty)
            }
            if level == .primary { quotes.closePrimary() } else if quotes.isInSecondary { quotes.closeInnermost() }
        case .likeDouble:
            if mayOpen(before, after) {
                quotes.open(.primary)
                openedBefore = after
            } else {
                quotes.closePrimary()
            }
        case .likeSingle:
            switch single(at: place, length: length) {
            case .opens:
                // A quote that only closes was put there by somebody who meant what they did.
                guard rules.quotes?.secondary.open == scalar else { return }
                quotes.open(.secondary)
                openedBefore = after
            case .closes: quotes.closeInnermost()
            case .omits, .nothing: break
            }
        }
    }

    private func inner(of level: OpenQuotes.Level) -> Unicode.Scalar? {
        level == .primary ? rules.quotes?.primary.inner : rules.quotes?.secondary.inner
    }

    private mutating func setSpace(_ space: Unicode.Scalar, rightOf place: Place) {
        guard let (next, _) = text.character(after: place) else { return }
        if case .closes = roles.role(of: next) { return }
        if next.isLooseSpace {
            let piece = text.range(of: place.piece)
            var end = place.offset
            while end < piece.upperBound {
                let (scalar, length) = text.decode(end..<piece.upperBound)
                guard scalar.isLooseSpace else { break }
                end += length
            }
            if end > place.offset { replace(place.offset..<end, in: place.piece, with: space) }
        } else if !next.isSpace {
            replace(place.offset..<place.offset, in: place.piece, with: space)
        }
    }

    // MARK: - What stands where

    /// Whether what is to the left begins a word or a quoted text.
    func isOpening(_ before: (scalar: Unicode.Scalar, end: Place)?) -> Bool {
        guard let (scalar, end) = before else { return true }
        if scalar.isSpace || end == openedBefore { return true }
        // What opens in one language closes in another.
        switch roles.role(of: scalar) {
        case .closes, .likeDouble, .likeSingle: return false
        default: return scalar.isOpening
        }
    }

    private func mayOpen(_ before: (scalar: Unicode.Scalar, end: Place)?, _ after: Place) -> Bool {
        guard let next = right(of: after), !next.isSpace else { return false }
        if isOpening(before) { return beginsText(after) }
        // As in d’“intégration”.
        return before?.scalar == "’" && next.isPartOfWord
    }

    /// Whether something to be quoted begins at a place: a mark does only when a word or a quote follows.
    private func beginsText(_ place: Place) -> Bool {
        var next = text.character(after: place)
        while let (scalar, after) = next, scalar == "," || scalar.isDot || scalar.isHighMark || scalar.isClosingBracket {
            next = text.character(after: after)
        }
        guard let (scalar, _) = next else { return false }
        if text.character(after: place)?.scalar == scalar { return !scalar.isSpace }
        return scalar.isPartOfWord || scalar.isQuote
    }

    private func mayClose(_ before: (scalar: Unicode.Scalar, end: Place), _ next: Unicode.Scalar?) -> Bool {
        !before.scalar.isSpace && !before.scalar.isOpeningBracket && next?.isPartOfWord != true
    }

    private enum Single { case opens, closes, omits, nothing }

    /// What a `'` is, or a `’` that may be as much.
    private mutating func single(at place: Place, length: Int) -> Single {
        let (before, after) = (left(of: place), end(of: place, length: length))
        let next = right(of: after)
        if isOpening(before), let next, !next.isSpace {
            if isClipped(at: after) { return .omits }
            if next.isPartOfWord { return singleClose(after: place) ? .opens : .omits }
            if beginsText(after) { return .opens }
        }
        guard let before else { return .nothing }
        let scalar = before.scalar
        // An emoticon that weeps.
        if scalar == ":" || scalar == ";", next == "(" || next == ")" { return .nothing }
        // Feet and inches stay, minutes and seconds, too.
        if next?.isPartOfWord == true { return scalar.isDigit && next?.isDigit == true ? .nothing : .omits }
        guard mayClose(before, next) else { return .nothing }
        if quotes.isInSecondary { return .closes }
        // A stray one closes what an apostrophe seemed to have closed, where the two are one: ‘the dogs’ bowls,’ he said.
        let isStrayClose = !scalar.isPartOfWord && !isOpening(before) && rules.quotes?.secondary.close == rules.apostrophe
        return scalar.isPartOfWord && !scalar.isDigit || isStrayClose ? .omits : .nothing
    }

    /// Whether a word begins here whose first letters are left out: ’90s, ’tis.
    private func isClipped(at place: Place) -> Bool {
        var word = ""
        var place = place
        while let (scalar, next) = text.character(after: place), scalar.isPartOfWord, scalar != .object {
            if word.utf8.count >= 8 { return false }
            word.unicodeScalars.append(scalar)
            place = next
        }
        let digits = word.utf8.prefix(while: isASCIIDigit).count
        if digits == 2, word.utf8.count == 2 || word.utf8.dropFirst(2).elementsEqual("s".utf8) { return true }
        return rules.clipped.contains(word.lowercased())
    }
}
