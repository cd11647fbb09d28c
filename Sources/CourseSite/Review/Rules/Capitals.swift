import CommonMark
import Diagnostics
import HTMLBytes

/// Text in capitals: a long word, or several words in a row. Acronyms are short, and rarely more than two without a comma between them.
enum Capitals: PageRule {
    /// The fewest letters of a word that is no acronym: MERCOSUR has eight.
    private static let longWord = 9

    static func findings(on page: ReviewedPage) -> [Finding] {
        page.markup.root.subtree.flatMap { node -> [Finding] in
            guard case .text = node.kind, mayShout(node.literal) else { return [] }
            let text = String(decoding: node.literal, as: UTF8.self)
            let written = page.markup.source[node.range]
            // An escape or an entity makes it longer in the source: a word is not where it is in the text, but not before it either.
            let isAsWritten = written.elementsEqual(node.literal)
            return runs(in: text).filter(\.isShouted).map { run in
                let words = text[run.range]
                let start = node.range.lowerBound + text.utf8.distance(from: text.startIndex, to: run.range.lowerBound)
                let place =
                    isAsWritten
                    ? start..<start + words.utf8.count : written[min(start, written.endIndex)...].range(of: words.utf8)
                return Finding(.text(place ?? node.range), .capitals(words.count > 60 ? words.prefix(60) + "…" : String(words)))
            }
        }
    }

    /// Whether it is worth to look at each character: a capital has a neighbour that may be one, or the script is Greek, Cyrillic or Armenian.
    private static func mayShout(_ bytes: Markup.Bytes) -> Bool {
        var wasCapital = false
        var mayBeOne = false
        for byte in bytes {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            if isCapital && mayBeOne || wasCapital && byte >= 0x80 || (0xCD...0xD6).contains(byte) { return true }
            wasCapital = isCapital
            mayBeOne = isCapital || byte >= 0x80
        }
        return false
    }

    private struct Run {
        var range: Range<String.Index>
        // Of words without the short parts of such as “ONU-HABITAT”, in letters.
        var count = 0
        var total = 0
        var shortest = Int.max
        var longest = 0

        /// Two acronyms may follow each other; two words of five letters are rarely that, nor are three in a row.
        var isShouted: Bool { longest >= longWord || (count > 2 ? total >= 8 : count == 2 && shortest >= 5) }

        mutating func append(_ word: Substring) {
            let letters = word.split { !$0.isLetter }.map(\.count).max() ?? 0
            range = range.lowerBound..<word.endIndex
            count += 1
            total += letters
            shortest = min(shortest, letters)
            longest = max(longest, letters)
        }
    }

    /// Words in capitals with nothing but white space between them.
    private static func runs(in text: String) -> [Run] {
        var runs = [Run]()
        var index = text.startIndex
        while let start = text[index...].firstIndex(where: isPartOfWord) {
            let end = text[start...].firstIndex { !isPartOfWord($0) } ?? text.endIndex
            let word = text[start..<end]
            let letters = word.count(where: \.isLetter)
            if letters > 1, word.allSatisfy({ !$0.isLetter || $0.isUppercase }) {
                let goesOn = runs.last.map { text[$0.range.upperBound..<start].allSatisfy(\.isWhitespace) } ?? false
                if !goesOn { runs.append(Run(range: start..<end)) }
                runs[runs.count - 1].append(word)
            }
            index = end
        }
        return runs
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-'’".contains(character)
    }
}

extension Diagnostic {
    fileprivate static func capitals(_ words: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.capitals, "“\(words)” is written in capitals", at: nil,
            help: "write it in small letters, and mark it with ** if it matters: "
                + "capitals are hard to read, and some screen readers spell them")
    }
}
