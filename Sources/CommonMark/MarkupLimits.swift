/// How far a text may go before it is refused: beyond, the parser would take minutes, or what walks a tree would run out of stack.
public struct MarkupLimits: Sendable {
    /// How deeply blocks and inlines may be nested.
    public var depth = 100
    /// How many columns a table may have.
    public var tableColumns = 200

    /// What no honest page comes near.
    public init() {}

    /// How many cells the tables of one run of lines may have: a short row is filled up to all its columns.
    private static let cells = 500_000
    /// How many bytes the library may look at in vain, about. A million takes it a millisecond.
    private static let work = 100_000_000
    /// What a run of lines shorter than this does costs little, whatever is in it.
    private static let harmless = 8_192

    /// Why a text is not to be given to the library, if so: one scan, which looks closely at little of an ordinary text.
    func refusal(of source: UnsafeBufferPointer<UInt8>, _ lines: SourceLines) -> MarkupRefusal? {
        var run = Run()
        for number in 1..<max(lines.count + 1, 1) {
            let line = lines.trimmed(number)
            let text = source[line]
            let markers = leadingMarkers(of: text)
            if markers > depth { return MarkupRefusal(reason: .nestedTooDeeply(limit: depth), range: line) }
            // No leaf block goes beyond a blank line. One that is blank but for `>` is one.
            guard let last = text.last, last != UInt8(ascii: ">") || text.contains(where: { $0 != last && !$0.isBlank }) else {
                if let refusal = unclosed(in: run, source) { return refusal }
                run = Run()
                continue
            }
            if run.range.isEmpty { run.range = line }
            run.range = run.range.lowerBound..<line.upperBound
            if last == .pipe || last == UInt8(ascii: "-") || last == UInt8(ascii: ":"), let refusal = widen(&run, by: text, line) {
                return refusal
            }
            run.cells += run.columns
            if run.cells > Self.cells {
                return MarkupRefusal(reason: .tableTooWide(columns: run.columns, limit: tableColumns), range: line)
            }
        }
        return unclosed(in: run, source)
    }

    /// Lines without a blank one between them.
    private struct Run {
        var range = 0..<0
        var columns = 0
        var cells = 0
        var work = 0
    }

    /// How many block quotes and list items begin in a line, at most.
    private func leadingMarkers(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        guard let first = line.first, !first.isLetter else { return 0 }
        var count = 0
        var isNumber = false
        for byte in line {
            switch byte {
            case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): count += 1
            case UInt8(ascii: "."), UInt8(ascii: ")"): count += isNumber ? 1 : 0
            case .space, .tab, UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: return count
            }
            isNumber = byte.isDigit
        }
        // Nothing but markers: a rule, most likely, in which no block is inside another.
        return line.contains(.space) ? count : 0
    }

    /// What may be the delimiter row of a table. The library compares each with all lines of the paragraph above it.
    private func widen(_ run: inout Run, by text: Slice<UnsafeBufferPointer<UInt8>>, _ line: Range<Int>) -> MarkupRefusal? {
        let row = text.drop { $0.isBlank || $0.isDigit || ">+*.)".utf8.contains($0) }
        guard row.allSatisfy({ $0 == .pipe || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank }),
            row.contains(UInt8(ascii: "-"))
        else { return nil }
        let outerPipes = (row.first == .pipe ? 1 : 0) + (row.last == .pipe ? 1 : 0)
        let columns = row.count { $0 == .pipe } + 1 - outerPipes
        if columns > tableColumns {
            return MarkupRefusal(reason: .tableTooWide(columns: columns, limit: tableColumns), range: line)
        }
        run.columns = max(run.columns, columns)
        run.work += run.range.count
        return run.work > Self.work ? MarkupRefusal(reason: .tooManyUnclosed("|-|"), range: line) : nil
    }

    // MARK: - Openings without an end

    private func unclosed(in run: Run, _ source: UnsafeBufferPointer<UInt8>) -> MarkupRefusal? {
        guard run.range.count > Self.harmless else { return nil }
        var count = Openings()
        count.wordStart = run.range.lowerBound
        for offset in run.range {
            let rest = source[offset..<run.range.upperBound]
            switch source[offset] {
            case UInt8(ascii: "<"):
                if rest.starts(with: "<?".utf8) { count.instructions.note(offset) }
                if rest.starts(with: "<![CDATA[".utf8) { count.data.note(offset) }
                if rest.starts(with: "<!".utf8), let letter = rest.dropFirst(2).first, letter.isLetter { count.declarations.note(offset) }
            case UInt8(ascii: "?") where rest.starts(with: "?>".utf8): count.instructions.close(offset)
            case UInt8(ascii: "]"):
                if rest.starts(with: "]]>".utf8) { count.data.close(offset) }
                count.closedBrackets += 1
            case UInt8(ascii: "!"): if rest.starts(with: "![".utf8) { count.images.note(offset) }
            case UInt8(ascii: ")"):
                // All parentheses of a bare address are counted again for each of them at its end.
                count.parentheses += 1
                let work = count.parentheses * (offset - count.wordStart)
                if work > Self.work { return MarkupRefusal(reason: .tooManyUnclosed(")"), range: offset..<offset + 1) }
            case let byte where byte.isWhitespace:
                count.parentheses = 0
                count.wordStart = offset
            case let byte where !".,:;*_~?'\"".utf8.contains(byte): count.parentheses = 0
            default: break
            }
        }
        for (opening, name) in [(count.instructions, "<?"), (count.data, "<![CDATA["), (count.declarations, "<!")]
        where opening.work(upTo: run.range.upperBound) > Self.work {
            return refusal(name, opening)
        }
        // For each link the library goes through all images that have begun.
        if count.images.count * count.closedBrackets > Self.work { return refusal("![", count.images) }
        return nil
    }

    private struct Openings {
        var instructions = Opening()
        var data = Opening()
        var declarations = Opening()
        var images = Opening()
        var closedBrackets = 0
        /// Those at the end of a word, so far.
        var parentheses = 0
        var wordStart = 0
    }

    /// How often something was opened since it was closed last.
    private struct Opening {
        private(set) var count = 0
        private(set) var first = 0
        private var done = 0

        mutating func note(_ offset: Int) {
            if count == 0 { first = offset }
            count += 1
        }

        /// The end may stand in another block, to which those before it do not get; then there are many.
        mutating func close(_ offset: Int) {
            done = max(done, work(upTo: offset))
            count = 0
        }

        /// Each goes through the rest in search of its end.
        func work(upTo end: Int) -> Int { max(done, count * (end - first)) }
    }

    private func refusal(_ opening: String, _ place: Opening) -> MarkupRefusal {
        MarkupRefusal(reason: .tooManyUnclosed(opening), range: place.first..<place.first + opening.utf8.count)
    }
}

/// Why a text was not parsed, and the place that it is about.
public struct MarkupRefusal: Error, Equatable, Sendable {
    /// What was too much.
    public enum Reason: Equatable, Sendable {
        /// Blocks and inlines nested more deeply than `limit`.
        case nestedTooDeeply(limit: Int)
        /// A table of more columns than `limit`, or of far too many cells.
        case tableTooWide(columns: Int, limit: Int)
        /// So many of one opening without its end that each would be searched for through all the rest.
        case tooManyUnclosed(String)
    }

    /// What was too much.
    public let reason: Reason
    /// In the source.
    public let range: Range<Int>
}
