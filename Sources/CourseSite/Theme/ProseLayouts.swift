import Templates

/// How the elements in a text look in one language.
final class ProseLayouts: Sendable {
    /// By level, from 1; of those with a text and of those without.
    private let headings: [(titled: ElementShell, untitled: ElementShell)]
    private let alerts: [AlertKind: (titled: ElementShell, untitled: ElementShell)]
    private let references: (first: ElementShell, further: ElementShell)
    private let backLinks: (first: ElementShell, further: ElementShell)
    private let tasks: (done: ElementShell, open: ElementShell)
    private let codes: (named: ElementShell, unnamed: ElementShell)
    private let figures: (captioned: ElementShell, plain: ElementShell)
    let blocks: BlockLayout
    let quizzes: QuizLayout
    let reflection: ElementShell
    private let tables: (captioned: ElementShell, plain: ElementShell)
    let tableCaption: ElementShell
    let footnotes: ElementShell
    /// Of a link to a term, which is written where the page is rendered.
    let term: Template
    /// Of a recording or a video, which is written there, too.
    let player: Template

    /// - Parameter layout: by its name; each is known to be there.
    init(fields: ProseFields, layout: (ProseLayout) -> Template) {
        let heading = layout(.heading), alert = layout(.alert), task = layout(.task), code = layout(.code)
        let reference = layout(.footnoteReference), back = layout(.footnoteBack)
        headings = (1...6).map { level in
            (
                ElementShell(heading, fields.heading.record(level: level, hasText: true)),
                ElementShell(heading, fields.heading.record(level: level, hasText: false))
            )
        }
        alerts = Dictionary(
            uniqueKeysWithValues: AlertKind.allCases.map { kind in
                let shells = [true, false].map { ElementShell(alert, fields.alert.record(kind, hasTitle: $0)) }
                return (kind, (shells[0], shells[1]))
            })
        blocks = BlockLayout(layout(.block), fields: fields.block)
        quizzes = QuizLayout(layout(.quiz), fields: fields.quiz, solutions: layout(.solutions), solutionFields: fields.solutions)
        reflection = ElementShell(layout(.reflection), fields.reflection.record())
        references = (
            ElementShell(reference, fields.footnote.record(isFirst: true)), ElementShell(reference, fields.footnote.record(isFirst: false))
        )
        backLinks = (ElementShell(back, fields.footnote.record(isFirst: true)), ElementShell(back, fields.footnote.record(isFirst: false)))
        tasks = (ElementShell(task, fields.task.record(isDone: true)), ElementShell(task, fields.task.record(isDone: false)))
        codes = (ElementShell(code, fields.code.record(isNamed: true)), ElementShell(code, fields.code.record(isNamed: false)))
        let figure = layout(.figure)
        figures = (
            ElementShell(figure, fields.figure.record(hasCaption: true)), ElementShell(figure, fields.figure.record(hasCaption: false))
        )
        let table = layout(.table)
        tables = (ElementShell(table, fields.table.record(hasCaption: true)), ElementShell(table, fields.table.record(hasCaption: false)))
        tableCaption = ElementShell(layout(.tableCaption), fields.tableCaption.record())
        term = layout(.term)
        player = layout(.player)
        footnotes = ElementShell(layout(.footnotes), fields.footnotes.record())
    }

    func heading(level: Int, hasText: Bool) -> ElementShell {
        let shells = headings[min(max(level, 1), headings.count) - 1]
        return hasText ? shells.titled : shells.untitled
    }

    func alert(_ kind: AlertKind, hasTitle: Bool) -> ElementShell? {
        alerts[kind].map { hasTitle ? $0.titled : $0.untitled }
    }

    func footnoteReference(isFirst: Bool) -> ElementShell { isFirst ? references.first : references.further }

    func footnoteBack(isFirst: Bool) -> ElementShell { isFirst ? backLinks.first : backLinks.further }

    func task(isDone: Bool) -> ElementShell { isDone ? tasks.done : tasks.open }

    func figure(hasCaption: Bool) -> ElementShell { hasCaption ? figures.captioned : figures.plain }

    func table(hasCaption: Bool) -> ElementShell { hasCaption ? tables.captioned : tables.plain }

    func code(isNamed: Bool) -> ElementShell { isNamed ? codes.named : codes.unnamed }

    /// Layouts that write nothing: for reading pages when there is no theme to show them.
    static let plain: ProseLayouts = {
        let fields = ProseFields()
        return ProseLayouts(fields: fields) { Template.empty(fields.schema(of: $0)) }
    }()
}

/// The layouts of elements, as their files are called.
enum ProseLayout: String, CaseIterable, Sendable {
    case heading, alert, block, quiz, solutions, reflection, table, footnotes, task, code, figure, player, term
    case tableCaption = "table-caption"
    case footnoteReference = "footnote-reference"
    case footnoteBack = "footnote-back"
}
