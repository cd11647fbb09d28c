/// The key points of a text while it is being written.
struct KeyPointsDraft {
    /// The block that is open, by the ordinal of its node.
    private(set) var openBlock: Int?
    /// Where its title begins.
    private var titleStart: Int?
    private var title: Range<Int>?
    private var contentStart = 0
    /// How many passages there were before it: a text may have thousands of blocks.
    private var firstPassage = 0
    private var blocks: [KeyPoints.Block] = []

    private var passages: [KeyPoints.Passage] = []
    private var notes: [Int: Range<Int>] = [:]
    private var noteStart: Int?
    /// Whether a key point refers to a note.
    private(set) var hasReferences = false
    /// A reflection that is open, by the ordinal of its node, and where it begins.
    private var exercise: (node: Int, start: Int)?

    /// Whether what is written belongs to key points.
    var isOpen: Bool { openBlock != nil || noteStart != nil }

    /// - Parameter offset: behind what the layout writes before the title or the content.
    mutating func open(block node: Int, hasTitle: Bool, at offset: Int) {
        openBlock = node
        title = nil
        titleStart = hasTitle ? offset : nil
        contentStart = offset
        firstPassage = passages.count
    }

    /// Whether the next title that ends is that of the block.
    var isInTitle: Bool { titleStart != nil }

    mutating func closeTitle(at offset: Int) {
        if let start = titleStart { title = start..<offset }
        titleStart = nil
    }

    mutating func beginContent(at offset: Int) {
        contentStart = offset
    }

    mutating func closeBlock(at offset: Int, of html: [UInt8]) {
        openBlock = nil
        // A block in which nothing is left has no points.
        var position = contentStart
        var isEmpty = title == nil
        for passage in passages.dropFirst(firstPassage) {
            guard isEmpty, case .exercise = passage.content else { continue }
            isEmpty = !html[position..<passage.range.lowerBound].contains { $0 > UInt8(ascii: " ") }
            position = passage.range.upperBound
        }
        isEmpty = isEmpty && !html[position..<offset].contains { $0 > UInt8(ascii: " ") }
        if !isEmpty { blocks.append(KeyPoints.Block(title: title, content: contentStart..<offset)) }
    }

    mutating func add(_ content: KeyPoints.Passage.Content, _ range: Range<Int>) {
        if case .reference = content { hasReferences = true }
        passages.append(KeyPoints.Passage(range: range, content: content))
    }

    // MARK: - Exercises

    mutating func open(exercise node: Int, at offset: Int) {
        if exercise == nil { exercise = (node, offset) }
    }

    /// Leaves an exercise out, with all that was noted in it.
    mutating func close(exercise node: Int, at offset: Int) {
        guard let exercise, exercise.node == node else { return }
        while let last = passages.last, last.range.lowerBound >= exercise.start { passages.removeLast() }
        passages.append(KeyPoints.Passage(range: exercise.start..<offset, content: .exercise))
        self.exercise = nil
    }

    // MARK: - Notes

    mutating func openNote(at offset: Int) {
        noteStart = offset
    }

    mutating func closeNote(_ number: Int, at offset: Int) {
        if let start = noteStart { notes[number] = start..<offset }
        noteStart = nil
    }

    /// `nil` where there are none.
    var finished: KeyPoints? {
        blocks.isEmpty ? nil : KeyPoints(blocks: blocks, passages: passages, notes: notes)
    }
}
