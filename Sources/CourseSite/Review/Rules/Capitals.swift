import CommonMark
import Diagnostics

/// Text in capitals: a long word, or several words in a row. Acronyms are short, and rarely more than two without a comma between them.
enum Capitals: PageRule {
    /// The fewest letters of a word that is no acronym: MERCOSUR has eight.
    private static let longWord = 9

    static func findings(on page: ReviewedPage) -> [Finding] {
        page.markup.root.subtree.flatMap { node -> [Finding] in
            guard case .text = node.kind else { return [] }
            let text = String(decoding: node.literal, as: UTF8.self)
            let written = page.markup.source[node.range]
            // An escape or an entity makes it longer in the source: a word is not where it is in the text, but not before it either.
            let isAsWritten = written.elementsEqual(node.literal)
            return runs(in: text).filter { isShouted($0.words) }.map { run in
                let words = text[run.range]
                let start = node.range.lowerBound + text.utf8.distance(from: text.startIndex, to: run.range.lowerBound)
                let place =
                    isAsWritten
                    ? start..<start + words.utf8.count : written[min(start, written.endIndex)...].firstRange(of: Array(words.utf8))
                return Finding(.text(place ?? node.range), .capitals(String(words)))
            }
        }
    }

    private struct Run {
        /// Letters of each word.
        var words: [Int]
        var range: Range<String.Index>
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
                if let last = runs.last, text[last.range.upperBound..<start].allSatisfy(\.isWhitespace) {
                    runs[runs.count - 1] = Run(words: last.words + [longestPart(of: word)], range: last.range.lowerBound..<end)
                } else {
                    runs.append(Run(words: [longestPart(of: word)], range: start..<end))
                }
            }
            index = end
        }
        return runs
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-'’".contains(character)
    }

    /// “ONU-HABITAT” are two acronyms.
    private static func longestPart(of word: Substring) -> Int {
        word.split { !$0.isLetter }.map(\.count).max() ?? 0
    }

    private static func isShouted(_ words: [Int]) -> Bool {
        if words.contains(where: { $0 >= longWord }) { return true }
        // Two acronyms may follow each other; two words of five letters are rarely that, nor are three in a row.
        return words.count > 2 ? words.reduce(0, +) >= 8 : words.count == 2 && words.allSatisfy { $0 >= 5 }
    }
}

extension Diagnostic {
    fileprivate static func capitals(_ words: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.capitals, "“\(words)” is written in capitals", at: nil,
            help:
                "write it in small letters, and mark it with ** if it matters: capitals are harder to read, and some screen readers spell them"
        )
    }
}
