/// One way through a text: what is open, and what has been changed so far.
struct TypographyPass {
    typealias Place = TextCursor.Place

    let rules: TypographyRules
    let roles: QuoteRoles
    let text: TextCursor
    var edits: [TypographyEdit]
    /// How many there were before this text, which say nothing about it.
    private let earlierEdits: Int

    var quotes = OpenQuotes()
    /// The end of the quote that was opened last: what comes right after it is at the start of a text.
    var openedBefore: Place?
    /// Whether a `"` was left as it stands within a word, whose partner is then left, too: `id="x"`.
    var leftOneStraight = false
    /// The first piece of the block.
    private var block = 0
    /// The last place of the block at which a `'` may close a quote, once it was looked for.
    private var lastSingleClose: Place??

    init(_ typographer: Typographer, _ text: TextCursor, edits: [TypographyEdit]) {
        self.rules = typographer.rules
        self.roles = typographer.roles
        self.text = text
        self.edits = edits
        earlierEdits = edits.count
    }

    mutating func beginBlock(at piece: Int) {
        block = piece
        quotes.removeAll()
        openedBefore = nil
        leftOneStraight = false
        lastSingleClose = nil
    }

    /// Sets the character at a place in a piece.
    /// - Returns: where to go on.
    mutating func set(_ place: Place, in piece: Range<Int>) -> Int {
        let (scalar, length) = text.decode(place.offset..<piece.upperBound)
        switch scalar {
        case "\"": setDouble(at: place)
        case "'": setSingle(at: place)
        case ":", ";", "!", "?": setSpace(before: scalar, at: place)
        case "-": return setDash(at: place, in: piece)
        case ".": return setEllipsis(at: place, in: piece)
        default: if let role = roles.role(of: scalar) { follow(role, of: scalar, at: place, length: length) }
        }
        return place.offset + length
    }

    // MARK: - Context

    /// The character to the left as it is set, and its end in the text as it was.
    func left(of place: Place) -> (scalar: Unicode.Scalar, end: Place)? {
        guard let found = text.character(before: place) else {
            guard let last = lastEdit, last.piece == place.piece, last.range.isEmpty, last.range.upperBound == place.offset else {
                return nil
            }
            return (last.last, place)
        }
        if let last = lastEdit, last.piece == found.end.piece, last.range.upperBound == found.end.offset { return (last.last, found.end) }
        return found
    }

    private var lastEdit: TypographyEdit? { edits.count > earlierEdits ? edits.last : nil }

    func right(of place: Place) -> Unicode.Scalar? { text.character(after: place)?.scalar }

    /// The place after a character of so many bytes.
    func end(of place: Place, length: Int = 1) -> Place { Place(piece: place.piece, offset: place.offset + length) }

    // MARK: - Changes

    mutating func replace(_ range: Range<Int>, in piece: Int, with first: Unicode.Scalar, _ second: Unicode.Scalar? = nil) {
        edits.append(TypographyEdit(piece: piece, range: range, first: first, second: second))
    }

    /// Puts a no-break space in place of the loose spaces to the left, or where there is none.
    /// - Parameter puttingIn: whether it may be put in where there is none.
    mutating func setSpace(_ space: Unicode.Scalar, leftOf place: Place, puttingIn: Bool) {
        guard let (scalar, end) = left(of: place) else { return }
        if scalar.isLooseSpace {
            // A break between lines is a space, too, but none of the text's.
            guard case .text = text.pieces[end.piece] else { return }
            var start = end
            while let before = text.character(before: start), before.end == start, before.scalar.isLooseSpace {
                start.offset -= UTF8.width(before.scalar)
            }
            if left(of: start) != nil { replace(start.offset..<end.offset, in: end.piece, with: space) }
        } else if puttingIn, !scalar.isSpace {
            replace(place.offset..<place.offset, in: place.piece, with: space)
        }
    }

    // MARK: - Single quotes that close

    /// Whether a `'` further on in the block may close a quote. One that opens none is an apostrophe.
    mutating func singleClose(after place: Place) -> Bool {
        let last: Place?
        if let known = lastSingleClose {
            last = known
        } else {
            last = findLastSingleClose(from: place.piece)
            lastSingleClose = .some(last)
        }
        guard let last else { return false }
        return (last.piece, last.offset) > (place.piece, place.offset)
    }

    private func findLastSingleClose(from piece: Int) -> Place? {
        let end = text.pieces[piece...].firstIndex(of: .edge) ?? text.pieces.count
        var place = Place(piece: end - 1, offset: text.range(of: end - 1).upperBound)
        while let (scalar, end) = text.character(before: place) {
            let start = Place(piece: end.piece, offset: end.offset - UTF8.width(scalar))
            if scalar == "'" || scalar == "’", let before = text.character(before: start)?.scalar, !before.isSpace,
                right(of: end)?.isPartOfWord != true
            {
                return start
            }
            place = scalar == .object || end.offset == 0 ? end : start
        }
        return nil
    }
}
