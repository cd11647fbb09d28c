import CommonMark

extension Typographer {
    /// A page's text as its language sets it; `nil` where that is how it was typed.
    func set(_ markup: Markup) -> Markup? {
        guard rules != .none else { return nil }
        return markup.withTextBuffer { buffer in
            var pieces = [TextPiece]()
            var ordinals = [Int]()
            pieces.reserveCapacity(512)
            ordinals.reserveCapacity(512)
            markup.forEachTextRun { run in
                switch run {
                case .text(let ordinal, let range):
                    pieces.append(.text(range))
                    ordinals.append(ordinal)
                    return
                case .word: pieces.append(.word)
                case .space: pieces.append(.space)
                case .edge: pieces.append(.edge)
                }
                ordinals.append(-1)
            }
            var edits = [TypographyEdit]()
            find(in: pieces, of: buffer, into: &edits)
            return edits.isEmpty ? nil : markup.replacing(texts(edits, pieces, ordinals, buffer))
        }
    }

    private func texts(
        _ edits: [TypographyEdit], _ pieces: [TextPiece], _ ordinals: [Int], _ buffer: UnsafeBufferPointer<UInt8>
    ) -> [(ordinal: Int, text: [UInt8])] {
        var texts = [(ordinal: Int, text: [UInt8])]()
        var rest = edits[...]
        while let piece = rest.first?.piece {
            let own = rest.prefix { $0.piece == piece }
            rest = rest.dropFirst(own.count)
            guard case .text(let range) = pieces[piece] else { continue }
            var text = [UInt8]()
            text.reserveCapacity(range.count + 4 * own.count)
            own.write(range, of: buffer, into: &text)
            texts.append((ordinals[piece], text))
        }
        return texts
    }
}
