import Templates

/// The names that the layouts of elements in a text may use. What stands inside an element is put in where the layout says `{{{content}}}`.
final class ProseFields: Sendable {
    let heading = HeadingFields()
    let alert = AlertFields()
    let block: BlockFields
    let quiz = QuizFields()
    let solutions = SolutionFields()
    let reflection = ReflectionFields()
    let table = TableFields()
    let tableCaption = TableCaptionFields()
    let footnote = FootnoteFields()
    let footnotes = FootnotesFields()
    let task = TaskFields()
    let code = CodeFields()
    let figure = FigureFields()
    let term = TermFields()
    let player: PlayerFields

    init(durations: DurationFields = DurationFields(), sizes: SizeFields = SizeFields()) {
        player = PlayerFields(sizes: sizes)
        block = BlockFields(durations: durations)
    }

    func schema(of layout: ProseLayout) -> RecordSchema {
        switch layout {
        case .heading: heading.schema
        case .alert: alert.schema
        case .block: block.schema
        case .quiz: quiz.schema
        case .solutions: solutions.schema
        case .reflection: reflection.schema
        case .table: table.schema
        case .tableCaption: tableCaption.schema
        case .footnoteReference, .footnoteBack: footnote.schema
        case .footnotes: footnotes.schema
        case .task: task.schema
        case .code: code.schema
        case .figure: figure.schema
        case .term: term.schema
        case .player: player.schema
        }
    }
}

extension Record {
    /// Leaves out what only the element has.
    mutating func leaveOut(_ field: Field<HTML>, as mark: ElementMark) { self[field] = .mark(mark.rawValue) }

    /// Leaves out what only the element has, and what is escaped where it is put in.
    mutating func leaveOut(_ field: Field<Text>, as mark: ElementMark) { leaveOut(field, as: mark.rawValue) }
}

/// The layout `heading`.
final class HeadingFields: Sendable {
    let schema: RecordSchema
    private let level: Field<Text>
    private let isSection: Field<Bool>
    private let title: Field<Text>
    private let anchor: Field<HTML>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("heading")
        level = builder.text("level", "1 to 6")
        isSection = builder.flag("is-section", "Whether it is of the second level")
        title = builder.text("title", "Its text without markup")
        anchor = builder.html("anchor", "Its anchor, for an attribute")
        content = builder.html("content", "Its text")
        schema = builder.finish()
    }

    func record(level number: Int, hasText: Bool) -> Record {
        var record = Record(schema)
        record[level] = Text(String(number))
        record[isSection] = number == 2
        if hasText { record.leaveOut(title, as: .text) }
        record.leaveOut(anchor, as: .anchor)
        record.leaveOut(content, as: .content)
        return record
    }
}

/// The layout `alert`: GitHub's five kinds of remarks.
final class AlertFields: Sendable {
    let schema: RecordSchema
    private let kinds: [AlertKind: Field<Bool>]
    private let number: Field<Text>
    private let title: Field<HTML>
    private let hasTitle: Field<Bool>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("alert")
        var kinds = [AlertKind: Field<Bool>]()
        for kind in AlertKind.allCases { kinds[kind] = builder.flag(kind.rawValue, "Whether it is a [!\(kind.rawValue.uppercased())]") }
        self.kinds = kinds
        number = builder.text("number", "Its number on the page, from 1, for ids")
        hasTitle = builder.flag("has-title", "Whether its author gave it a title")
        title = builder.html("title", "The author's title")
        content = builder.html("content", "Its text")
        schema = builder.finish()
    }

    func record(_ kind: AlertKind, hasTitle titled: Bool) -> Record {
        var record = Record(schema)
        if let field = kinds[kind] { record[field] = true }
        record.leaveOut(number, as: .number)
        record[hasTitle] = titled
        record.leaveOut(title, as: .title)
        record.leaveOut(content, as: .content)
        return record
    }
}

/// GitHub's kinds of remarks.
enum AlertKind: String, CaseIterable, Sendable {
    case note, tip, important, warning, caution
}

/// The layouts `footnote-reference` and `footnote-back`: from the text to a note and back.
final class FootnoteFields: Sendable {
    let schema: RecordSchema
    private let number: Field<Text>
    private let occurrence: Field<Text>
    private let suffix: Field<Text>

    init() {
        var builder = RecordSchema.Builder("footnote")
        number = builder.text("number", "The note's number, from 1")
        occurrence = builder.text("occurrence", "Which of the references to the note it is; nothing for the first")
        suffix = builder.text("suffix", "The same for an id: -2; nothing for the first")
        schema = builder.finish()
    }

    func record(isFirst: Bool) -> Record {
        var record = Record(schema)
        record.leaveOut(number, as: .number)
        if !isFirst {
            record.leaveOut(occurrence, as: .occurrence)
            record.leaveOut(suffix, as: .suffix)
        }
        return record
    }
}

/// The layout `footnotes`: the notes at the end of a text.
final class FootnotesFields: Sendable {
    let schema: RecordSchema
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("footnotes")
        content = builder.html("content", "The notes, each a list item with the id l-note-NUMBER")
        schema = builder.finish()
    }

    func record() -> Record {
        var record = Record(schema)
        record.leaveOut(content, as: .content)
        return record
    }
}

/// The layout `task`: the box of an item of a task list.
final class TaskFields: Sendable {
    let schema: RecordSchema
    private let isDone: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("task")
        isDone = builder.flag("done", "Whether it is ticked")
        schema = builder.finish()
    }

    func record(isDone done: Bool) -> Record {
        var record = Record(schema)
        record[isDone] = done
        return record
    }
}

/// The layout `code`: a block of code.
final class CodeFields: Sendable {
    let schema: RecordSchema
    private let language: Field<Text>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("code")
        language = builder.text("language", "The language, as its author names it behind the fence")
        content = builder.html(
            "content",
            "The code; where it is highlighted, parts of it are spans with the classes of the program highlight, such as “hl kwa”")
        schema = builder.finish()
    }

    func record(isNamed: Bool) -> Record {
        var record = Record(schema)
        if isNamed { record.leaveOut(language, as: .text) }
        record.leaveOut(content, as: .content)
        return record
    }
}

/// The layout `figure`: an image that stands alone.
final class FigureFields: Sendable {
    let schema: RecordSchema
    private let number: Field<Text>
    private let caption: Field<Text>
    private let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("figure")
        number = builder.text("number", "Its number among the page's figures with a caption, from 1; nothing where it has none")
        caption = builder.text("caption", "The image's title")
        content = builder.html("content", "The image")
        schema = builder.finish()
    }

    func record(hasCaption: Bool) -> Record {
        var record = Record(schema)
        if hasCaption {
            record.leaveOut(number, as: .number)
            record.leaveOut(caption, as: .text)
        }
        record.leaveOut(content, as: .content)
        return record
    }
}
