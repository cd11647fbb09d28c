/// How many bytes of a text the library would look at in vain, about: where something is opened and not closed, it goes through all the
/// rest of the block for each opening.
struct VainSearch {
    /// A million takes it a millisecond.
    private static let most = 100_000_000
    /// What a run of lines shorter than this does costs little, whatever is in it.
    private static let harmless = 2_048

    private var work = 0

    /// Looks at lines without a blank one between them, which hold any number of blocks. Those before count, too.
    mutating func refusal(in run: Range<Int>, of source: UnsafeBufferPointer<UInt8>) -> MarkupRefusal? {
        guard run.count > Self.harmless else { return nil }
        var instructions = Opening(name: "<?")
        var data = Opening(name: "<![CDATA[")
        var declarations = Opening(name: "<!")
        var images = Opening(name: "![")
        var parentheses = Parentheses(wordStart: run.lowerBound)
        var addresses = Addresses(wordStart: run.lowerBound)
        var closedBrackets = 0
        for offset in run {
            let rest = source[offset..<run.upperBound]
            switch source[offset] {
            case UInt8(ascii: "<"):
                if rest.starts(with: "<?".utf8) { instructions.note(offset) }
                if rest.starts(with: "<![CDATA[".utf8) { data.note(offset) }
                if rest.starts(with: "<!".utf8), let letter = rest.dropFirst(2).first, letter.isLetter { declarations.note(offset) }
            case UInt8(ascii: "?") where rest.starts(with: "?>".utf8): instructions.close(offset)
            case UInt8(ascii: "]"):
                if rest.starts(with: "]]>".utf8) { data.close(offset) }
                closedBrackets += 1
            case UInt8(ascii: "!") where rest.starts(with: "![".utf8): images.note(offset)
            case UInt8(ascii: "@"): addresses.note("@", offset)
            case UInt8(ascii: ":") where rest.starts(with: "://".utf8): addresses.note("://", offset)
            case UInt8(ascii: "w") where rest.starts(with: "www.".utf8): addresses.note("www.", offset)
            default: break
            }
            if source[offset].isWhitespace { addresses.endWord(offset) }
            parentheses.note(source[offset], offset)
        }
        addresses.endWord(run.upperBound)
        // For each link the library goes through all images that have begun.
        images.work = images.count * closedBrackets
        for var opening in [instructions, data, declarations] {
            opening.close(run.upperBound)
            work += opening.work
            if work > Self.most { return opening.refusal }
        }
        work += images.work
        if work > Self.most { return images.refusal }
        work += addresses.work
        if work > Self.most { return addresses.refusal }
        work += parentheses.work
        return work > Self.most ? MarkupRefusal(reason: .tooManyUnclosed(")"), range: parentheses.place) : nil
    }

    /// How often something was opened since it was closed last.
    private struct Opening {
        let name: String
        var count = 0
        var first = 0
        var work = 0

        init(name: String) { self.name = name }

        mutating func note(_ offset: Int) {
            if count == 0 { first = offset }
            count += 1
        }

        /// Before an end each opening but the last is looked at in vain only if the end stands in another block; then there are many.
        mutating func close(_ offset: Int) {
            work += max(count - 1, 0) * (offset - first)
            count = 0
        }

        var refusal: MarkupRefusal { MarkupRefusal(reason: .tooManyUnclosed(name), range: first..<first + name.utf8.count) }
    }

    /// Bare addresses in one word: from where each may begin, the library looks for the end of the word.
    private struct Addresses {
        var wordStart: Int
        var work = 0
        private var signs = 0
        /// The last one, in the word that costs most.
        private var sign = ""
        private var place = 0..<0
        private var worst = 0

        init(wordStart: Int) { self.wordStart = wordStart }

        mutating func note(_ sign: String, _ offset: Int) {
            signs += 1
            guard signs * (offset - wordStart) > worst else { return }
            worst = signs * (offset - wordStart)
            self.sign = sign
            place = offset..<offset + sign.utf8.count
        }

        mutating func endWord(_ offset: Int) {
            work += max(signs - 1, 0) * (offset - wordStart)
            signs = 0
            wordStart = offset + 1
        }

        var refusal: MarkupRefusal { MarkupRefusal(reason: .tooManyUnclosed(sign), range: place) }
    }

    /// Parentheses at the end of a bare address: for each, all of the address are counted.
    private struct Parentheses {
        var wordStart: Int
        var work = 0
        var place = 0..<0
        private var workInWord = 0

        init(wordStart: Int) { self.wordStart = wordStart }

        mutating func note(_ byte: UInt8, _ offset: Int) {
            if byte == UInt8(ascii: ")") {
                workInWord += offset - wordStart
                work += offset - wordStart
                place = offset..<offset + 1
            } else if byte.isWhitespace {
                workInWord = 0
                wordStart = offset
            } else if !".,:;*_~?!'\"".utf8.contains(byte) {
                // They were not at the end.
                work -= workInWord
                workInWord = 0
            }
        }
    }
}
