/// The characters on either side of a place in a text, across its pieces.
struct TextCursor {
    /// A place between two characters, in a piece that is text.
    struct Place: Equatable {
        var piece: Int
        var offset: Int
    }

    let pieces: [TextPiece]
    let bytes: UnsafeBufferPointer<UInt8>

    /// The bytes of a piece; of one that is no text, none.
    func range(of piece: Int) -> Range<Int> {
        if case .text(let range) = pieces[piece] { range.clamped(to: bytes.indices) } else { 0..<0 }
    }

    /// The character that ends at a place or, where a piece begins there, the one that ends the text before it.
    ///
    /// With its own end, and `nil` at the start of a block.
    func character(before place: Place) -> (scalar: Unicode.Scalar, end: Place)? {
        var (piece, offset) = (place.piece, place.offset)
        while true {
            let start = range(of: piece).lowerBound
            if offset > start {
                var first = offset - 1
                while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
                return (decode(first..<offset).scalar, Place(piece: piece, offset: offset))
            }
            guard piece > 0 else { return nil }
            piece -= 1
            switch pieces[piece] {
            case .text: offset = range(of: piece).upperBound
            case .word: return (.object, Place(piece: piece, offset: 0))
            case .space: return (" ", Place(piece: piece, offset: 0))
            case .edge: return nil
            }
        }
    }

    /// The character that begins at a place or, where a piece ends there, the one that begins the text after it, and the place after
    /// it; `nil` at the end of a block.
    func character(after place: Place) -> (scalar: Unicode.Scalar, next: Place)? {
        var (piece, offset) = (place.piece, place.offset)
        var end = range(of: piece).upperBound
        while true {
            if offset < end {
                let (scalar, length) = decode(offset..<end)
                return (scalar, Place(piece: piece, offset: offset + length))
            }
            guard piece + 1 < pieces.count else { return nil }
            piece += 1
            switch pieces[piece] {
            case .text(_):
                let range = range(of: piece)
                (offset, end) = (range.lowerBound, range.upperBound)
            case .word: return (.object, Place(piece: piece, offset: end))
            case .space: return (" ", Place(piece: piece, offset: end))
            case .edge: return nil
            }
        }
    }

    /// The first character of some bytes, of which there is one at least. Whoever read the text has checked it; what is no UTF-8 all
    /// the same counts byte by byte and is left as it is.
    func decode(_ range: Range<Int>) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = bytes[range.lowerBound]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC0, length <= range.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(bytes[range.lowerBound + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
