import Diagnostics

/// Highlights the code of a course, all at once: what stands in several places, as in the translations of a page, once.
struct CourseHighlighting {
    private struct Piece: Hashable {
        let language: String
        let code: [UInt8]
    }

    /// Few: a call of the program takes as long as hundreds of pages.
    private static let piecesAtOnce = 4

    /// The same documents, with their code highlighted.
    let documents: [Document]
    /// What could not be, by the index of the document.
    private(set) var issues: [(document: Int, issue: DocumentIssue)] = []

    init(_ documents: [Document], by highlighter: Highlighter, workers: Workers) throws(EnvironmentError) {
        let concerned = documents.indices.filter { !documents[$0].prose.codes.isEmpty }
        guard !concerned.isEmpty else {
            self.documents = documents
            return
        }
        let languages = try highlighter.languages()
        func piece(_ block: CodeBlock) -> Piece? {
            CodeLanguage.name(of: block.language, among: languages).map { Piece(language: $0, code: block.code) }
        }
        var indices = [Piece: Int]()
        var pieces = [Piece]()
        for piece in concerned.lazy.flatMap({ documents[$0].prose.codes }).compactMap(piece) where indices[piece] == nil {
            indices[piece] = pieces.count
            pieces.append(piece)
        }
        let answers = try workers.map(pieces.count, chunk: Self.piecesAtOnce, state: {}) { [pieces] _, index throws(EnvironmentError) in
            try highlighter.highlight(pieces[index].code, pieces[index].language)
        }
        var result = documents
        for index in concerned {
            var prose = documents[index].prose
            for (code, block) in prose.codes.enumerated() {
                switch piece(block).flatMap({ indices[$0] }).map({ answers[$0] }) {
                case .highlighted(let html)?: prose.codes[code].highlighted = html
                case .refused?: issues.append((index, DocumentIssue(.node(block.node), .unhighlightedCode(block.language))))
                case .plain?, nil: break
                }
            }
            result[index] = Document(documents[index], prose: prose)
        }
        self.documents = result
    }
}

extension Document {
    /// The same with another text.
    fileprivate convenience init(_ other: Document, prose: Prose) {
        self.init(
            file: other.file, locale: other.locale, frontMatter: other.frontMatter, title: other.title, prose: prose, terms: other.terms)
    }
}

extension Diagnostic {
    fileprivate static func unhighlightedCode(_ language: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.unhighlightedCode, "the code is shown without colours: what highlight answers is another code", at: nil,
            help: "name another language than “\(language)” behind the fence, or none")
    }
}
