/// A way through a text for the page that shows it, from gap to gap.
struct ProseCursor {
    private let filler: ProseFiller
    private let html: [UInt8]
    private let gaps: [Prose.Gap]
    private var position: Int
    /// The first that is still to be filled.
    private var gap: Int
    /// Of links that have begun, where it is not the usual one.
    private var endings = [Int: [UInt8]]()
    /// Memory for one address at a time.
    private var address = [UInt8]()
    /// Whether some of what was written is code with colours.
    private(set) var hasHighlightedCode = false

    init(_ filler: ProseFiller, from offset: Int) {
        let prose = filler.text.document.prose
        self.filler = filler
        html = prose.html
        gaps = prose.gaps
        position = offset
        gap = gaps.partitioningIndex { $0.offset >= offset }
    }

    /// Appends what comes up to an offset.
    /// - Parameter term: what stands around a link to a term; `nil` for all other links. It is told whether the same link stood there before.
    mutating func copy(upTo end: Int, into output: inout [UInt8], term: (_ link: Int, _ isAgain: Bool) -> (start: [UInt8], end: [UInt8])?) {
        while gap < gaps.count, gaps[gap].offset <= end {
            let (offset, content) = (gaps[gap].offset, gaps[gap].content)
            gap += 1
            output.append(contentsOf: html[position..<offset])
            position = offset
            if case .linkStart(let link) = content, let element = term(link, endings[link] != nil) {
                output.append(contentsOf: element.start)
                endings[link] = element.end
                // The layout has the whole tag; its author's title is left out, where a definition would be said.
                position = html[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? position
            } else if case .code(let code) = content {
                writeCode(code, before: end, into: &output)
            } else {
                filler.fill(content, into: &output, &endings, &address)
            }
        }
        output.append(contentsOf: html[position..<end])
        position = end
    }

    /// Leaves out what comes up to an offset.
    mutating func skip(to offset: Int) {
        position = offset
        while gap < gaps.count, gaps[gap].offset < offset { gap += 1 }
    }

    /// Writes code with colours, where there is some.
    private mutating func writeCode(_ index: Int, before end: Int, into output: inout [UInt8]) {
        let block = filler.text.document.prose.codes[index]
        // At the end of a part of the text it could be the first of the next.
        guard let highlighted = block.highlighted, position + block.length <= end else { return }
        output.append(contentsOf: highlighted)
        position += block.length
        hasHighlightedCode = true
    }
}

extension Array {
    /// The first index whose element belongs to the second part, where all of the first stand before it: a text may be filled section by section, and have
    /// thousands of both.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
