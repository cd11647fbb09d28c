/// What GFM writes but the library does not see, or not everywhere: boxes of tasks, markers of alerts, ids of headings.
///
/// They are recognised in the source text of blocks and taken out of it before inlines are looked for. So they can be no part of a
/// link (`[!NOTE]: /u` makes one elsewhere), nor can a backtick in a title find its partner in the text below.
final class CourseSyntax {
    let extensions: MarkupExtensions
    let source: UnsafeBufferPointer<UInt8>
    let lines: SourceLines

    private(set) var headings: [Heading] = []
    private(set) var alerts: [Range<Int>] = []
    private(set) var definitions: [Markup.Definition] = []

    init(extensions: MarkupExtensions, source: UnsafeBufferPointer<UInt8>, lines: SourceLines) {
        self.extensions = extensions
        self.source = source
        self.lines = lines
    }

    struct Heading {
        let id: [UInt8]
        /// How many bytes were taken off the end of the text.
        let length: Int
    }

    /// What a block was found to be, kept in the `mark` of its node.
    struct Mark: RawRepresentable {
        var rawValue: UInt

        static let task = Self(rawValue: 1)
        static let doneTask = Self(rawValue: 2)
        /// A paragraph of which nothing is left.
        static let nothing = Self(rawValue: 3)
        /// With an index of `headings` or `alerts`.
        static func heading(_ index: Int) -> Self { Self(rawValue: UInt(index) << 3 | 4) }
        static func alert(_ index: Int) -> Self { Self(rawValue: UInt(index) << 3 | 5) }

        var isTask: Bool { rawValue == Self.task.rawValue || isDoneTask }
        var isDoneTask: Bool { rawValue == Self.doneTask.rawValue }
        var isNothing: Bool { rawValue == Self.nothing.rawValue }
        var heading: Int? { rawValue & 7 == 4 ? Int(rawValue >> 3) : nil }
        var alert: Int? { rawValue & 7 == 5 ? Int(rawValue >> 3) : nil }
    }

    func recognise(in document: CMarkNode) {
        document.forEachBlock { block in
            switch block.tag {
            case .heading where extensions.contains(.headingIDs): recogniseID(of: block)
            case .item where extensions.contains(.taskList): recogniseTask(in: block)
            case .blockQuote where extensions.contains(.alerts): recogniseAlert(in: block)
            case .footnoteDefinition: record(definition: block)
            default: break
            }
        }
    }

    private func recogniseID(of heading: CMarkNode) {
        let text = Array(heading.content)
        guard let attribute = IDAttribute(atEndOf: text[...]) else { return }
        let length = (text.lastIndex { !$0.isWhitespace } ?? 0) + 1 - attribute.textEnd
        heading.mark = Mark.heading(headings.count).rawValue
        headings.append(Heading(id: Array(text[attribute.id]), length: length))
        heading.keepContent(0..<attribute.textEnd)
    }

    private func recogniseTask(in item: CMarkNode) {
        guard let paragraph = firstParagraph(of: item) else { return }
        let text = paragraph.content
        guard text.count >= 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
            text[1] == .space || text[1] | 0x20 == UInt8(ascii: "x"), text.count == 3 || text[3].isWhitespace
        else { return }
        let mark: Mark = text[1] == .space ? .task : .doneTask
        item.mark = mark.rawValue
        let start = text.dropFirst(3).firstIndex { !$0.isWhitespace } ?? text.count
        paragraph.keepContent(start..<text.count)
    }

    private func recogniseAlert(in quote: CMarkNode) {
        guard let paragraph = firstParagraph(of: quote) else { return }
        let text = paragraph.content
        let lineEnd = text.firstIndex(of: .newline) ?? text.count
        guard let marker = AlertMarker(text[..<lineEnd], at: 0) else { return }
        guard let line = paragraph.insertParagraph(of: marker.title ?? 0..<0) else { return }
        let firstLine = paragraph.startLine > 0 ? paragraph.startLine : paragraph.next?.startLine ?? 0
        let written = lines.trimmed(firstLine)
        // Nothing that a container puts before a line contains a bracket.
        let start = source[written].firstIndex(of: UInt8(ascii: "[")) ?? written.upperBound
        line.mark = Mark.alert(alerts.count).rawValue
        alerts.append(start..<written.upperBound)
        paragraph.keepContent(min(lineEnd + 1, text.count)..<text.count)
        if paragraph.content.isEmpty { paragraph.mark = Mark.nothing.rawValue }
    }

    private func record(definition: CMarkNode) {
        let start = lines.start(of: definition.startLine) + definition.startColumn - 1 - definition.internalOffset
        let label = Array(definition.literal)
        definitions.append(Markup.Definition(label: label, range: start..<min(start + label.count + 4, source.count)))
    }

    /// The paragraph with which a container begins. Link reference definitions before its text are gone from it, and what then comes
    /// first in it does not come first in the source.
    private func firstParagraph(of container: CMarkNode) -> CMarkNode? {
        guard let paragraph = container.firstChild, paragraph.tag == .paragraph, paragraph.content.first == UInt8(ascii: "[")
        else { return nil }
        // One that the library split off a table has no place, and lost no definitions.
        guard paragraph.startLine > 0 else { return paragraph }
        let count = paragraph.content.count { $0 == .newline }
        return paragraph.endLine - paragraph.startLine + 1 == count ? paragraph : nil
    }
}
