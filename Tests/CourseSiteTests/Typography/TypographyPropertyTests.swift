import Testing

@testable import CourseSite

/// Texts that nobody would write, in every language of the table.
struct TypographyPropertyTests {
    private static let alphabet: [String] = [
        "\"", "\"", "'", "'", "-", "--", "---", ".", "..", "...", ";", ":", "!", "?", " ", " ", " ", "\u{A0}", "\u{202F}", "\u{2009}", "a",
        "é", "n", "s", "tis",
        "м", "ن", "7", "90", "(", ")", "[", "]", "«", "»", "“", "”", "‘", "’", "„", "‚", "‹", "›", "–", "—", "…", ",", "/", "=", "<", ">",
        "%", "_", "*", "🙂",
        "e\u{301}",
    ]

    private func randomParts(using random: inout SeededGenerator) -> [TextPart] {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
            switch Int.random(in: 0..<12, using: &random) {
            case 0: .word
            case 1: .space
            case 2: .edge
            default:
                .text((0..<Int.random(in: 0...8, using: &random)).map { _ in Self.alphabet.randomElement(using: &random) ?? "a" }.joined())
            }
        }
    }

    /// A text in the characters of a typewriter, without its spaces.
    private func typed(_ text: String) -> String {
        var typed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "”", "„", "«", "»", "‹", "›", "‘", "’", "‚", "\"": typed.append("'")
            case "–": typed.append(contentsOf: "--".unicodeScalars)
            case "—": typed.append(contentsOf: "---".unicodeScalars)
            case "…": typed.append(contentsOf: "...".unicodeScalars)
            default: if !scalar.isSpace { typed.append(scalar) }
            }
        }
        return String(typed)
    }

    @Test(arguments: TypographyRules.table.keys.sorted())
    func onceIsEnoughAndNothingIsLost(_ code: String) {
        let typographer = Typographer(locale: code)
        var random = SeededGenerator(seed: 2026)
        for _ in 0..<20_000 {
            let parts = randomParts(using: &random)
            let once = typographer.rewritten(parts)
            let twice = typographer.rewritten(once)
            let (before, after) = (parts.map(\.text).joined(), once.map(\.text).joined())
            // An expectation for each of half a million texts takes longer than all of them.
            guard after == twice.map(\.text).joined(), typed(before) == typed(after), !after.unicodeScalars.contains("\u{FFFD}") else {
                Issue.record("\(parts.map(\.text)) → \(once.map(\.text)) → \(twice.map(\.text))")
                return
            }
        }
    }

    /// Words keep what stands between them: no space is lost but those that a no-break space replaces.
    @Test func spacesAreOnlyReplacedOrPutIn() {
        let typographer = Typographer(locale: "fr")
        var random = SeededGenerator(seed: 7)
        func words(_ text: String) -> Int { text.unicodeScalars.split(whereSeparator: \.isSpace).count }
        for _ in 0..<5_000 {
            let parts = randomParts(using: &random)
            #expect(words(parts.map(\.text).joined()) <= words(typographer.rewritten(parts).map(\.text).joined()))
        }
    }

    /// Time grows with the length of a text, whatever is in it.
    @Test(arguments: ["'a ", "\"", "'", "!", "a:", "« ", "-", ".", " ", "\"a ", "’", "'(", "\".", "a!", "?a", ":’"])
    func longTextsAreSet(_ part: String) {
        for code in ["fr", "en", "sv"] {
            let text = String(repeating: part, count: 100_000)
            #expect(typed(Typographer(locale: code).set(text)) == typed(text))
        }
    }
}

extension TextPart {
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .piece(.word): "□"
        case .piece(.space): "␤"
        case .piece: "¶"
        }
    }
}

extension Typographer {
    fileprivate func rewritten(_ parts: [TextPart]) -> [TextPart] {
        var texts = set(parts, separator: "\u{1}").split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)[...]
        return parts.map { part in
            guard case .text = part else {
                _ = texts.popFirst()
                return part
            }
            return .text(texts.popFirst() ?? "")
        }
    }
}
