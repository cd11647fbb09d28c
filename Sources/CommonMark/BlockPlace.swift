/// Where a block is written: what the library says of it, and what follows from its text where the library errs.
struct BlockPlace {
    private let node: CMarkNode
    private let raw: RawNode
    private let syntax: CourseSyntax
    private let source: UnsafeBufferPointer<UInt8>
    private let lines: SourceLines

    init(_ node: CMarkNode, _ raw: RawNode, syntax: CourseSyntax, source: UnsafeBufferPointer<UInt8>, lines: SourceLines) {
        self.node = node
        self.raw = raw
        self.syntax = syntax
        self.source = source
        self.lines = lines
    }

    /// The library makes a paragraph of the lines before a table's header, and gives it no place.
    private var isSplitOffTable: Bool { node.startLine == 0 }

    private var mark: CourseSyntax.Mark { CourseSyntax.Mark(rawValue: node.mark) }

    // MARK: - Ranges

    /// From the right line on, to about the right one.
    var rough: Range<Int> {
        if let alert = mark.alert { return syntax.alerts[alert] }
        let startLine = node.startLine > 0 ? node.startLine : node.next?.startLine ?? 0
        return range(from: startLine, to: max(node.endLine, startLine))
    }

    /// For blocks without inlines; those with inlines have a better one in their alignment, and containers end with what is in them.
    var exact: Range<Int> {
        switch raw.tag {
        case .htmlBlock: range(from: node.startLine, to: node.startLine + max(node.literal.count { $0 == .newline } - 1, 0))
        case .codeBlock: range(from: node.startLine, to: endOfCode)
        case .table: range(from: headerLine, to: headerLine + 1)
        case .tableRow, .tableCell: lines.trimmed(rowLine)
        case .paragraph, .alertMarker: rough
        default: range(from: node.startLine, to: node.startLine)
        }
    }

    private func range(from startLine: Int, to endLine: Int) -> Range<Int> {
        let column = node.startColumn - 1 - (raw.tag == .footnoteDefinition ? node.internalOffset : 0)
        let line = lines.trimmed(startLine)
        let start = min(lines.start(of: startLine) + max(column, 0), line.upperBound)
        return start..<max(start, lines.trimmed(endLine).upperBound)
    }

    private var endOfCode: Int {
        let lineCount = node.codeLiteral.count { $0 == .newline }
        guard node.isFenced else { return node.startLine + max(lineCount - 1, 0) }
        let last = node.startLine + lineCount
        // The fence that closes it, unless its container or the text ended first.
        let fence = source[range(from: node.startLine, to: node.startLine)].first
        let closing = source[lines.trimmed(last + 1)]
        return node.endLine > last && closing.last == fence ? last + 1 : last
    }

    // MARK: - Alignment

    /// How the text of a leaf block lies in the source; nil for other blocks and for empty ones.
    func alignment(row: Row?) -> LeafAlignment? {
        let text = node.content
        guard !text.isEmpty else { return nil }
        switch raw.tag {
        case .alertMarker:
            guard let alert = mark.alert, let marker = AlertMarker(source[syntax.alerts[alert]], at: syntax.alerts[alert].lowerBound),
                let title = marker.title
            else { return nil }
            return LeafAlignment(text, at: title.lowerBound, range: syntax.alerts[alert], unescapesPipes: isSplitOffTable, source: source)
        case .paragraph:
            if isSplitOffTable { return splitOffTable(text) }
            return align(text, endingIn: [node.endLine, node.endLine - 1, node.endLine + 1])
        case .heading: return node.isSetext ? setext(text) : atx(text)
        case .tableCell:
            guard let row, let start = start(in: row), let end = match(text, at: start, upTo: lines.trimmed(rowLine).upperBound)
            else { return nil }
            return LeafAlignment(text, at: start, range: start..<end, unescapesPipes: true, source: source)
        default: return nil
        }
    }

    private func align(_ text: UnsafeBufferPointer<UInt8>, endingIn candidates: [Int], tail: Int = 0) -> LeafAlignment? {
        for line in candidates where line >= 1 {
            if let found = LeafAlignment(text, endingIn: line, tail: tail, source: source, lines: lines) { return found }
        }
        return nil
    }

    private func splitOffTable(_ text: UnsafeBufferPointer<UInt8>) -> LeafAlignment? {
        guard let table = node.next, table.tag == .table else { return nil }
        let place = BlockPlace(table, RawNode(tag: .table), syntax: syntax, source: source, lines: lines)
        return LeafAlignment(text, endingIn: place.headerLine - 1, unescapesPipes: true, source: source, lines: lines)
    }

    private func atx(_ text: UnsafeBufferPointer<UInt8>) -> LeafAlignment? {
        let written = range(from: node.startLine, to: node.startLine)
        guard let start = source[written].firstIndex(where: { $0 != UInt8(ascii: "#") && !$0.isBlank }),
            match(text, at: start, upTo: written.upperBound) != nil
        else { return nil }
        return LeafAlignment(text, at: start, range: written, source: source)
    }

    /// The line of the underline is one of two: the library notes the one at which it saw that the heading was over.
    private func setext(_ text: UnsafeBufferPointer<UInt8>) -> LeafAlignment? {
        let tail = mark.heading.map { syntax.headings[$0].length } ?? 0
        let candidates = [node.endLine - 1, node.endLine].filter { line in
            let underline = source[lines.trimmed(line)]
            guard let last = underline.last, last == UInt8(ascii: "=") || last == UInt8(ascii: "-") else { return false }
            return true
        }
        for underline in candidates {
            guard var found = align(text, endingIn: [underline - 1], tail: tail) else { continue }
            found.range = found.range.lowerBound..<lines.trimmed(underline).upperBound
            return found
        }
        return nil
    }

    // MARK: - Tables

    /// A table begins with the last line of what was a paragraph, and the library gives it the paragraph's first.
    private var headerLine: Int {
        if let row = node.firstChild?.next { return row.startLine - 2 }
        return max(node.endLine - 1, node.startLine)
    }

    /// Of a row or of a cell.
    private var rowLine: Int {
        guard let row = raw.tag == .tableRow ? node : node.parent, let table = row.parent else { return node.startLine }
        guard row.isHeaderRow else { return row.startLine }
        return BlockPlace(table, RawNode(tag: .table), syntax: syntax, source: source, lines: lines).headerLine
    }

    /// Of a cell: how many bytes its text stands behind the start of its row.
    private var offsetInRow: Int? {
        guard let table = node.parent?.parent, node.startColumn > 0 else { return nil }
        return node.startColumn - table.startColumn + node.internalOffset
    }

    /// Where a row of a table starts in the source, and where the text of its first cell that has one.
    struct Row {
        let start: Int
        let anchor: CMarkNode
        let anchorStart: Int
    }

    /// Of a row.
    private var firstCellWithText: CMarkNode? {
        var next = node.firstChild
        while let cell = next, cell.content.isEmpty { next = cell.next }
        return next
    }

    /// Of a row: where it is, so that every cell's text is where it should be and a pipe before each but the first. What stands before
    /// a row on its line (`> `, say) is known from nowhere else.
    var row: Row? {
        let line = lines.trimmed(rowLine)
        guard let anchor = firstCellWithText, let offset = place(anchor).offsetInRow else { return nil }
        for start in line where match(anchor.content, at: start, upTo: line.upperBound) != nil {
            // Before a first cell without a pipe there may be blanks, which count but are not in its text; some of a tab, even, that a
            // container has taken the rest of.
            let blanks = anchor == node.firstChild ? source[line.lowerBound..<start].reversed().prefix { $0.isBlank }.count + 3 : 0
            for blank in 0...blanks {
                let row = Row(start: start - offset - blank, anchor: anchor, anchorStart: start)
                if isRow(row, line) { return row }
            }
        }
        return nil
    }

    /// Of a row: from its first pipe or text on.
    func range(of row: Row?) -> Range<Int> {
        let line = lines.trimmed(rowLine)
        var start = line.lowerBound
        if let row {
            // A header begins where its paragraph did, maybe lines above.
            start = row.anchorStart
            while start > max(line.lowerBound, row.start), source[start - 1].isBlank || source[start - 1] == .pipe { start -= 1 }
        } else if firstCellWithText == nil {
            // Nothing that a container puts before a line is a pipe.
            start = source[line].firstIndex(of: .pipe) ?? start
        }
        while start < line.upperBound, source[start].isBlank { start += 1 }
        return start..<line.upperBound
    }

    private func isRow(_ row: Row, _ line: Range<Int>) -> Bool {
        var next = row.anchor.next
        while let cell = next {
            next = cell.next
            if cell.content.isEmpty { continue }
            guard let text = place(cell).start(in: row), line.contains(text), match(cell.content, at: text, upTo: line.upperBound) != nil,
                source[line.lowerBound..<text].last(where: { !$0.isBlank }) == .pipe
            else { return false }
        }
        return true
    }

    /// Of a cell: where its text starts.
    private func start(in row: Row) -> Int? {
        node == row.anchor ? row.anchorStart : offsetInRow.map { row.start + $0 }
    }

    private func place(_ cell: CMarkNode) -> BlockPlace {
        BlockPlace(cell, RawNode(tag: .tableCell), syntax: syntax, source: source, lines: lines)
    }

    private func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int, upTo end: Int) -> Int? {
        start < 0
            ? nil : LeafAlignment.match(text, at: start, upTo: end, source, unescapesPipes: raw.tag == .tableCell || raw.tag == .tableRow)
    }
}
