import Console
import Glibc
import Synchronization

/// Writes what is said in the terminal, a line in the place of the one before it where both say the same of the same: an author who saves every second
/// finds no wall of them.
final class RepeatedLine: Sendable {
    private struct Last {
        var subject: String
        var count = 1
        var width: Int
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
            guard let subject, text.last == "\n" else {
                last = nil
                return Terminal.write(text, isError: true)
            }
            // A letter takes two places at most; a line that wraps would be written over in part.
            let line = text.dropLast()
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            if isWanted, isRepetition, let previous = last, previous.subject == subject, let most = Terminal.width(STDERR_FILENO),
                max(previous.width, width) + 16 < most
            {
                last = Last(subject: subject, count: previous.count + 1, width: width)
                return Terminal.write("\u{1B}[A\r\u{1B}[K\(line), \(previous.count + 1) times", isError: true)
            }
            last = Last(subject: subject, width: width)
            Terminal.write(text, isError: true)
        }
    }
}
