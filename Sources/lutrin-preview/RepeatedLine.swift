import Console
import Glibc
import Synchronization

/// Writes what is said in the terminal, a line in the place of the one before it where both say the same of the same: an author who saves every second
/// finds no wall of them.
final class RepeatedLine: Sendable {
    private struct Last {
        let subject: String
        let count: Int
        /// As it stands there.
        let line: String
    }

    private let last = Mutex<Last?>(nil)
    /// Whether the terminal can write over a line.
    private let isWanted: Bool

    init(isWanted: Bool) {
        self.isWanted = isWanted
    }

    /// - Parameters:
    ///   - subject: what it is about, where `text` is one line.
    ///   - isRepetition: whether a line before it about the same would be spared.
    func write(_ text: String, about subject: String? = nil, isRepetition: Bool = false) {
        last.withLock { last in
            guard isWanted, let subject, text.last == "\n" else {
                last = nil
                return Terminal.write(text, isError: true)
            }
            var line = String(text.dropLast())
            var count = 1
            var way = ""
            if isRepetition, let before = last, before.subject == subject, let rows = Self.rows(of: before.line) {
                count += before.count
                line += ", \(count) times"
                way = "\u{1B}[\(rows)A\r\u{1B}[J"
            }
            last = Last(subject: subject, count: count, line: line)
            Terminal.write(way + line, isError: true)
        }
    }

    /// How many rows of the terminal a line takes; `nil` where that is not certain, as nobody knows how wide a terminal shows a letter.
    private static func rows(of line: String) -> Int? {
        guard let columns = Terminal.width(STDERR_FILENO) else { return nil }
        var width = 0
        var isPlain = true
        var isEscape = false
        for scalar in line.unicodeScalars {
            if scalar == "\u{1B}" { isEscape = true }
            if !isEscape {
                width += scalar.isASCII ? 1 : 2
                isPlain = isPlain && scalar.isASCII
            }
            // The colours that are used here end with this letter.
            if scalar == "m" { isEscape = false }
        }
        let rows = max(1, (width + columns - 1) / columns)
        return isPlain || rows == 1 ? rows : nil
    }
}
