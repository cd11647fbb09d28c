extension Markup: CustomDebugStringConvertible {
    /// The dump of the whole tree.
    public var debugDescription: String { root.debugDescription }
}

extension Markup.Node: CustomDebugStringConvertible {
    /// A line for each node, indented under the one it is in, with its place as `line:column-line:column`; the end is that of the last
    /// byte, and columns are bytes.
    public var debugDescription: String {
        var lines: [String] = []
        var ends: [Int] = []
        for node in subtree {
            while let end = ends.last, end <= node.index { ends.removeLast() }
            lines.append(String(repeating: "  ", count: ends.count) + node.line)
            ends.append(Int(node.raw.end))
        }
        return lines.joined(separator: "\n")
    }

    private var line: String {
        var line = "\(raw.tag)"
        switch kind {
        case .heading(let level): line += " level=\(level)" + (explicitID.map { " id=\(String(decoding: $0, as: UTF8.self))" } ?? "")
        case .list(let isOrdered, let start, let isTight, let delimiter):
            line += isOrdered ? " start=\(start)\(delimiter == .period ? "." : ")")" : ""
            line += isTight ? " tight" : ""
        case .item(let task?): line += task ? " [x]" : " [ ]"
        case .codeBlock(let info) where !info.isEmpty: line += " info=" + quoted(info)
        case .table(let alignments): line += " " + alignments.map { "\($0)" }.joined(separator: ",")
        case .tableRow(true): line += " header"
        case .link(let destination, let title), .image(let destination, let title):
            line += " " + quoted(destination) + (title.isEmpty ? "" : " title=" + quoted(title))
        case .footnoteReference(let label, let number, let occurrence): line += " \(quoted(label)) \(number).\(occurrence)"
        case .footnoteDefinition(let label, let number, let references): line += " \(quoted(label)) \(number) references=\(references)"
        default: break
        }
        if !literal.isEmpty { line += " " + quoted(literal) }
        return line + " @" + place(range.lowerBound) + "-" + place(max(range.upperBound - 1, range.lowerBound))
    }

    private func quoted(_ bytes: Markup.Bytes) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }

    private func place(_ offset: Int) -> String {
        let before = storage.source[..<min(offset, storage.source.count)]
        let lineStart = before.lastIndex(of: .newline).map { $0 + 1 } ?? 0
        return "\(before.count { $0 == .newline } + 1):\(offset - lineStart + 1)"
    }
}
