/// How far a text may go before it is refused: beyond, the parser would take minutes, or what walks a tree would run out of stack.
public struct MarkupLimits: Sendable {
    /// How deeply blocks and inlines may be nested.
    public var depth = 100
    /// How many columns a table may have.
    public var tableColumns = 200

    /// What no honest page comes near.
    public init() {}

    /// How many cells the tables of a text may have: a short row is filled up to all its columns.
    private static let cells = 500_000
    /// How many bytes the library may compare with what may be the delimiter row of a table: for each all lines of the paragraph.
    private static let headers = 20_000_000

    /// Why a text is not to be given to the library, if so: one scan, which looks closely at little of an ordinary text.
    func refusal(of source: UnsafeBufferPointer<UInt8>, _ lines: SourceLines) -> MarkupRefusal? {
        var search = VainSearch()
        var tables = Tables()
        // Lines without a blank one between them. No leaf block goes beyond that.
        var run = 0..<0
        for number in 1..<max(lines.count + 1, 1) {
            let line = lines.trimmed(number)
            let text = source[line]
            if leadingMarkers(of: text) > depth { return MarkupRefusal(reason: .nestedTooDeeply(limit: depth), range: line) }
            // One that is blank but for `>` is one.
            guard let last = text.last, last != UInt8(ascii: ">") || text.contains(where: { $0 != last && !$0.isBlank }) else {
                if let refusal = search.refusal(in: run, of: source) { return refusal }
                run = 0..<0
                tables.columns = 0
                continue
            }
            run = (run.isEmpty ? line.lowerBound : run.lowerBound)..<line.upperBound
            if last == .pipe || last == UInt8(ascii: "-") || last == UInt8(ascii: ":"), let columns = columns(ofDelimiterRow: text) {
                tables.columns = max(tables.columns, columns)
                tables.headers += run.count
            }
            tables.cells += tables.columns
            if let refusal = refusal(of: tables, line) { return refusal }
        }
        return search.refusal(in: run, of: source)
    }

    private struct Tables {
        /// Of the widest in the run.
        var columns = 0
        var cells = 0
        var headers = 0
    }

    private func refusal(of tables: Tables, _ line: Range<Int>) -> MarkupRefusal? {
        if tables.columns > tableColumns || tables.cells > Self.cells {
            return MarkupRefusal(reason: .tableTooWide(columns: tables.columns, limit: tableColumns), range: line)
        }
        return tables.headers > Self.headers ? MarkupRefusal(reason: .tooManyUnclosed("|-|"), range: line) : nil
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

    /// How many columns a table has of which this may be the delimiter row.
    private func columns(ofDelimiterRow text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let row = text.drop { $0.isBlank || $0.isDigit || ">+*.)".utf8.contains($0) }
        guard row.allSatisfy({ $0 == .pipe || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank }),
            row.contains(UInt8(ascii: "-"))
        else { return nil }
        let outerPipes = (row.first == .pipe ? 1 : 0) + (row.last == .pipe ? 1 : 0)
        return row.count { $0 == .pipe } + 1 - outerPipes
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
