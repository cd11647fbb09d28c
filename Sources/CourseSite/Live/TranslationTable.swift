/// Which pages of a course each language has: those that authors write, in the order in which the first language's are read.
public struct TranslationTable: Sendable {
    /// What a language has of a page.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// A text of its own.
        case translated
        /// The text of another language.
        case fallback
        /// A text of its own that is not published: a draft, or a session of a module that is one.
        case draft
        /// Nothing: the page is left out where it is not translated, or the first language has none.
        case missing
    }

    /// The part that a page plays.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case home, module, session, page
    }

    /// A language of the course.
    public struct Column: Hashable, Sendable {
        /// BCP 47: `fr`, `pt-BR`.
        public let code: String
        /// By its own speakers: `Français`.
        public let name: String
        /// `ltr` or `rtl`.
        public let direction: String
        /// Of how many pages the language has what.
        public internal(set) var counts = Dictionary(uniqueKeysWithValues: State.allCases.map { ($0, 0) })
    }

    /// A page in all languages.
    public struct Row: Hashable, Sendable {
        /// The path of its sources in the folders of the languages: `core/01-challenges.md`.
        public let key: String
        /// Made of the key, so that it stays; made for HTML, of ASCII letters, digits, hyphens, dots and low lines.
        public let id: String
        /// In the first language that has a text of it.
        public let title: String
        /// The column of that language.
        public let titleColumn: Int
        /// The part that it plays.
        public let kind: Kind
        /// A cell for each column.
        public let cells: [Cell]

    }

    /// A page in one language.
    public struct Cell: Hashable, Sendable {
        /// What there is.
        public let state: State
        /// The column of the language whose text is shown; `nil` where the page is not in the site.
        public let shown: Int?
        /// Where the page lies in the site; `nil` where it has none in this language.
        public let path: OutputPath?
        /// The file with the language's own text, relative to the project; `nil` where there is none.
        public let source: String?
        /// Whether no other language has the page at all.
        public internal(set) var isOnlyHere = false
    }

    /// Where a page stands in the table.
    public struct Place: Hashable, Sendable {
        /// Of `rows`.
        public let row: Int
        /// Of `columns`.
        public let column: Int
    }

    /// As `site.yml` lists the languages.
    public private(set) var columns: [Column]
    /// First the pages of the first language as they are read, then those that only others have, then drafts that are not in the site.
    public private(set) var rows: [Row] = []
    private var places: [OutputPath: Place] = [:]

    /// Which page lies at a path of the site; `nil` where none does that an author writes.
    public func place(of path: OutputPath) -> Place? { places[path] }

    /// What is in a place of this table.
    public subscript(place: Place) -> Cell { rows[place.row].cells[place.column] }

    /// - Parameter unpublished: what a build without drafts leaves out, whether this one did or not.
    init(of course: Course, unpublished: [Document]) {
        columns = course.editions.map { Column(code: $0.locale.code, name: $0.locale.name, direction: $0.locale.direction.rawValue) }
        var drafts = [PageKey: [Int: Document]]()
        for document in unpublished { drafts[document.file.key, default: [:]][document.locale] = document }
        var listed = Set<PageNumber>()
        for edition in course.editions {
            for number in edition.pagesInReadingOrder where listed.insert(number).inserted {
                guard let page = edition.page(number) else { continue }
                let key = course.texts[page.text].document.file.key
                add(key, drafts.removeValue(forKey: key) ?? [:], pages: course.editions.map { $0.page(number) }, course)
            }
        }
        for (key, drafts) in drafts.sorted(by: { isNaturallyBefore($0.key.string, $1.key.string) }) {
            add(key, drafts, pages: course.editions.map { _ in nil }, course)
        }
    }

    /// - Parameters:
    ///   - drafts: the texts of the page that are not published, by column.
    ///   - pages: what each edition shows of it.
    private mutating func add(_ key: PageKey, _ drafts: [Int: Document], pages: [Page?], _ course: Course) {
        var title: (text: String, column: Int)?
        var cells = pages.enumerated().map { column, page in
            let text = page.map { course.texts[$0.text].document }
            let own = text.flatMap { $0.locale == column ? $0 : nil } ?? drafts[column]
            if title == nil, let own { title = (own.title, column) }
            let state: State = own == nil ? (page == nil ? .missing : .fallback) : drafts[column] == nil ? .translated : .draft
            return Cell(state: state, shown: text?.locale, path: page?.path, source: own?.file.path.string)
        }
        let present = cells.indices.filter { cells[$0].state != .missing }
        if cells.count > 1, present.count == 1 { cells[present[0]].isOnlyHere = true }
        for (column, cell) in cells.enumerated() {
            columns[column].counts[cell.state, default: 0] += 1
            if let path = cell.path { places[path] = Place(row: rows.count, column: column) }
        }
        rows.append(
            Row(
                key: key.string, id: Self.id(of: key), title: title?.text ?? key.string, titleColumn: title?.column ?? 0,
                kind: Kind(key.place),
                cells: cells))
    }

    /// No two keys have the same.
    private static func id(of key: PageKey) -> String {
        var id = "page-"
        for byte in key.string.dropLast(".md".count).utf8 {
            switch byte {
            case UInt8(ascii: "/"): id += "__"
            case UInt8(ascii: "-"), UInt8(ascii: "."): id.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where isASCIILetter(byte) || isASCIIDigit(byte): id.unicodeScalars.append(Unicode.Scalar(byte))
            default: id += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return id
    }
}

extension TranslationTable.Kind {
    fileprivate init(_ place: PageKey.Place) {
        self =
            switch place {
            case .home: .home
            case .standalone: .page
            case .moduleIndex: .module
            case .session: .session
            }
    }
}

extension Edition {
    /// The pages that authors write.
    fileprivate var pagesInReadingOrder: [PageNumber] {
        [home] + modules.flatMap { [$0.page] + $0.sessions } + standalone
    }
}
