import Glibc

/// Something about footnotes that the parser passes over in silence.
public struct FootnoteIssue: Equatable, Sendable {
    /// What is wrong.
    public enum Problem: Sendable {
        /// No reference leads to the definition, which is in no output.
        case unreferenced
        /// An earlier definition has the same label, and only that one counts.
        case doubled
        /// The reference has no definition, and stays as it is written.
        case undefined
    }

    /// What is wrong.
    public let problem: Problem
    /// As it is written here, without `[^` and `]`.
    public let label: String
    /// Of `[^label]:` or `[^label]`.
    public let range: Range<Int>
}

extension Markup {
    /// Whether `footnoteIssues` may have something to say; a quick answer, for which positions are not needed.
    public var mayHaveFootnoteIssues: Bool {
        if storage.definitions.count != storage.nodes.count(where: { $0.tag == .footnoteDefinition }) { return true }
        // Few texts have the sign at all.
        return storage.text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress, memchr(start, Int32(UInt8(ascii: "^")), text.count) != nil else { return false }
            return storage.nodes.contains { node in
                guard node.tag == .text else { return false }
                let range = node.text.range
                return range.contains { text[$0] == UInt8(ascii: "[") && $0 + 1 < range.upperBound && text[$0 + 1] == UInt8(ascii: "^") }
            }
        }
    }

    /// What is wrong with footnotes, in the order of the source. Positions must have been recovered.
    public var footnoteIssues: [FootnoteIssue] {
        (issuesOfDefinitions + undefinedReferences).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private var issuesOfDefinitions: [FootnoteIssue] {
        var used: Set<String> = []
        for node in storage.nodes where node.tag == .footnoteDefinition { used.insert(normalised(storage.text[node.text.range])) }
        var seen: Set<String> = []
        return storage.definitions.compactMap { definition in
            let label = normalised(definition.label[...])
            let isFirst = seen.insert(label).inserted
            if isFirst && used.contains(label) { return nil }
            return FootnoteIssue(
                problem: isFirst ? .unreferenced : .doubled, label: String(decoding: definition.label, as: UTF8.self),
                range: definition.range)
        }
    }

    /// A reference that leads nowhere is text. Code, HTML and destinations are not, so nothing in them is taken for one.
    private var undefinedReferences: [FootnoteIssue] {
        var issues: [FootnoteIssue] = []
        for node in storage.nodes where node.tag == .text {
            var rest = storage.source[node.range.range]
            while let start = rest.firstIndex(of: UInt8(ascii: "[")) {
                let isEscaped = rest[..<start].reversed().prefix { $0 == .backslash }.count % 2 == 1
                rest = rest[(start + 1)...]
                guard !isEscaped, rest.first == UInt8(ascii: "^") else { continue }
                let label = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && !$0.isWhitespace }
                guard !label.isEmpty, label.endIndex < rest.endIndex, rest[label.endIndex] == UInt8(ascii: "]") else { continue }
                let range = start..<label.endIndex + 1
                issues.append(FootnoteIssue(problem: .undefined, label: String(decoding: label, as: UTF8.self), range: range))
                rest = rest[(label.endIndex + 1)...]
            }
        }
        return issues
    }

    /// Labels are the same without regard to case.
    private func normalised(_ label: Bytes) -> String { String(decoding: label, as: UTF8.self).lowercased() }
}
