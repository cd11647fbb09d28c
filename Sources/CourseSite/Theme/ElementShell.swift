import Templates

/// What is put into a shell where a mark stands.
enum ElementMark: Int {
    /// What stands in the element.
    case content
    /// The title that its author gave it, as HTML.
    case title
    /// The anchor of a heading.
    case anchor
    /// Its text without markup, or its language: to be escaped.
    case text
    /// Its number on the page.
    case number
    /// Which of the references to the note it is.
    case occurrence
    /// The same for an id: `-2`.
    case suffix
    /// The id of a reflection.
    case exercise
}

/// A layout of an element, rendered once for all elements that differ only in what is put in at its marks: a page has dozens of headings, tables and notes.
struct ElementShell: Sendable {
    let bytes: [UInt8]
    let marks: [Mark]

    init(_ layout: Template, _ record: Record) {
        var bytes = [UInt8]()
        var marks = [Mark]()
        layout.render(record, into: &bytes, marks: &marks)
        self.bytes = bytes
        self.marks = marks
    }

    /// Writes it whole.
    /// - Parameter fill: writes what belongs at a mark.
    func write(into html: inout [UInt8], _ fill: (ElementMark?, inout [UInt8]) -> Void) {
        var position = 0
        for mark in marks {
            html.append(contentsOf: bytes[position..<mark.offset])
            position = mark.offset
            fill(ElementMark(rawValue: mark.id), &html)
        }
        html.append(contentsOf: bytes[position...])
    }
}
