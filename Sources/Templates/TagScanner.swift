/// Finds the tags of a template, one after the other.
struct TagScanner {
    struct Tag {
        enum Kind {
            case variable, verbatim, section, inverted, partial, parent, block, close, comment
        }

        let kind: Kind
        /// With its braces.
        let range: Range<Int>
        let name: Range<Int>
    }

    enum Problem {
        case unclosed, noName, badName, delimiters, dynamicName
    }

    enum Item {
        case tag(Tag)
        /// A tag that cannot be read, from its braces on.
        case problem(Problem, Range<Int>)
    }

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Item? {
        guard let start = find(.openingBrace, times: 2, from: offset, crossingTags: true) else { return nil }
        let sigil = byte(at: start + 2)
        let isTriple = sigil == UInt8(ascii: "{")
        let isComment = sigil == UInt8(ascii: "!")
        let contentStart = start + (isTriple ? 3 : 2)
        let braces = isTriple ? 3 : 2
        offset = contentStart
        guard let contentEnd = find(.closingBrace, times: braces, from: contentStart, crossingTags: isComment) else {
            // What follows an unclosed comment is part of it; after another unclosed tag the next one is read for itself.
            if isComment { offset = bytes.count }
            return .problem(.unclosed, start..<contentStart)
        }
        let range = start..<(contentEnd + braces)
        offset = range.upperBound
        if isTriple { return tag(.verbatim, range, name: contentStart..<contentEnd) }
        let name = (contentStart + 1)..<max(contentStart + 1, contentEnd)
        switch sigil {
        case UInt8(ascii: "!"): return .tag(Tag(kind: .comment, range: range, name: name))
        case UInt8(ascii: "="): return .problem(.delimiters, range)
        case UInt8(ascii: "&"): return tag(.verbatim, range, name: name)
        case UInt8(ascii: "#"): return tag(.section, range, name: name)
        case UInt8(ascii: "^"): return tag(.inverted, range, name: name)
        case UInt8(ascii: "/"): return tag(.close, range, name: name)
        case UInt8(ascii: ">"): return tag(.partial, range, name: name)
        case UInt8(ascii: "<"): return tag(.parent, range, name: name)
        case UInt8(ascii: "$"): return tag(.block, range, name: name)
        default: return tag(.variable, range, name: contentStart..<contentEnd)
        }
    }

    private func tag(_ kind: Tag.Kind, _ range: Range<Int>, name padded: Range<Int>) -> Item {
        var name = padded
        while let first = byte(at: name.lowerBound), !name.isEmpty, first.isBlank || first.isLineEnd { name = name.dropFirst() }
        while let last = byte(at: name.upperBound - 1), !name.isEmpty, last.isBlank || last.isLineEnd { name = name.dropLast() }
        guard !name.isEmpty else { return .problem(.noName, range) }
        if kind == .partial || kind == .parent, bytes[name.lowerBound] == UInt8(ascii: "*") { return .problem(.dynamicName, range) }
        let isPath = kind == .partial || kind == .parent
        guard isPath ? bytes[name].isTemplatePath : bytes[name].isDottedName else { return .problem(.badName, name) }
        return .tag(Tag(kind: kind, range: range, name: name))
    }

    private func byte(at index: Int) -> UInt8? {
        bytes.indices.contains(index) ? bytes[index] : nil
    }

    /// Where the next `count` equal braces begin; unless tags may be crossed, only up to where the next tag begins.
    private func find(_ brace: UInt8, times count: Int, from start: Int, crossingTags: Bool) -> Int? {
        var index = start
        while index + count <= bytes.count {
            if bytes[index] == brace, bytes[index..<(index + count)].allSatisfy({ $0 == brace }) { return index }
            if !crossingTags, bytes[index] == .openingBrace, bytes[index + 1] == .openingBrace { return nil }
            index += 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// `.`, or words joined by dots.
    fileprivate var isDottedName: Bool {
        if count == 1, first == UInt8(ascii: ".") { return true }
        var isInWord = false
        for byte in self {
            guard byte.isWordPart || isInWord && byte == UInt8(ascii: ".") else { return false }
            isInWord = byte != UInt8(ascii: ".")
        }
        return isInWord
    }

    /// As the other names, or a path of them.
    fileprivate var isTemplatePath: Bool {
        split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy(\.isDottedName)
    }
}

extension UInt8 {
    fileprivate static let openingBrace = UInt8(ascii: "{")
    fileprivate static let closingBrace = UInt8(ascii: "}")

    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

    fileprivate var isWordPart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
