import HTMLBytes

/// Sets a text the way its language does: quotes, apostrophes, dashes, ellipses and no-break spaces.
///
/// What the author has set already stays, and setting a text twice is setting it once: everything is decided from what stands
/// to the left *as it is set*, and from what to the right does not change by being set.
struct Typographer: Sendable {
    let rules: TypographyRules
    /// What may begin something to be set, or to be taken note of.
    private let matters: ByteSet
    /// The language's own quotes.
    let roles: QuoteRoles

    init(_ rules: TypographyRules) {
        self.rules = rules
        roles = QuoteRoles(rules.quotes)
        var matters = [UInt8]()
        if rules.quotes != nil { matters += "\"'".utf8 }
        matters += roles.scalars.compactMap(\.utf8.first)
        matters += rules.spaces.keys.compactMap(\.utf8.first)
        if rules.dashes != nil { matters.append(.hyphen) }
        if rules.ellipsis != nil { matters.append(.dot) }
        self.matters = ByteSet(matters)
    }

    /// For a language by its BCP 47 tag.
    init(locale code: String) { self.init(TypographyRules.rules(for: code)) }

    /// What is to be changed in a text, in reading order, appended to `edits`.
    ///
    /// A text is a block, or several with an edge between them. Where there is nothing to set nothing is allocated.
    func find(in pieces: [TextPiece], of bytes: UnsafeBufferPointer<UInt8>, into edits: inout [TypographyEdit]) {
        guard rules != .none else { return }
        var pass = TypographyPass(self, TextCursor(pieces: pieces, bytes: bytes), edits: edits)
        edits = []
        // Texts lie one behind the other in the buffer, and few bytes matter: no search for each of them.
        var searched = 0..<0
        for piece in pieces.indices {
            if case .edge = pieces[piece] { pass.beginBlock(at: piece + 1) }
            let range = pass.text.range(of: piece)
            var offset = range.lowerBound
            while offset < range.upperBound {
                if !searched.contains(offset) {
                    searched = offset..<matters.firstIndex(in: offset..<bytes.count, of: bytes)
                }
                offset = searched.upperBound
                guard offset < range.upperBound else { break }
                // Most dots end a sentence, most hyphens join words.
                let isAlone = offset + 1 == range.upperBound || bytes[offset + 1] != bytes[offset]
                if isAlone, bytes[offset] == .dot || bytes[offset] == .hyphen {
                    offset += 1
                } else {
                    offset = max(offset + 1, pass.set(TextCursor.Place(piece: piece, offset: offset), in: range))
                }
            }
        }
        edits = pass.edits
    }

    /// Whether a text holds anything that might be set: a look without context, for who would otherwise have to gather pieces.
    func mayConcern(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        matters.firstIndex(in: bytes.indices, of: bytes) < bytes.count
    }

    /// A text that is not Markdown: a title, a summary.
    func set(_ text: String) -> String {
        var text = text
        let set: [UInt8]? = text.withUTF8 { bytes in
            var edits = [TypographyEdit]()
            find(in: [.text(bytes.indices)], of: bytes, into: &edits)
            guard !edits.isEmpty else { return nil }
            var output = [UInt8]()
            output.reserveCapacity(bytes.count + 4 * edits.count)
            edits.write(bytes.indices, of: bytes, into: &output)
            return output
        }
        return set.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}

extension UInt8 {
    fileprivate static let dot = UInt8(ascii: ".")
    fileprivate static let hyphen = UInt8(ascii: "-")
}
