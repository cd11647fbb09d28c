/// The glossary of a course: what each term means to the texts of a locale, in what order a page shows the terms, and where they are used.
final class Glossary: Sendable {
    struct Definition: Sendable {
        /// HTML without an element in it.
        let text: [UInt8]
        /// The index of the locale in whose language it is.
        let locale: Int
    }

    /// A term where it stands in the order of its language.
    struct Entry: Sendable {
        /// Its place among the terms of the document.
        let term: Int
        let anchor: String
        /// Set on the first term of each letter.
        let letter: String?
    }

    let page: PageNumber
    /// By the locale's index and the term's anchor.
    private let definitions: [[String: Definition]]
    /// By the index of the text. Nothing where no page of the glossary is to be made.
    private let entries: [Int: [Entry]]
    /// By the edition's index and the term's anchor, in the order of the course.
    private let uses: [[String: [PageNumber]]]

    /// What the links of texts need.
    init(_ page: PageNumber, editions: [Edition], texts: [PageText]) {
        self.page = page
        definitions = Self.definitions(page, editions, texts)
        entries = [:]
        uses = []
    }

    /// The same, and all that the glossary's own pages show.
    init(whole page: PageNumber, editions: [Edition], texts: [PageText], locales: [Locale]) throws(EnvironmentError) {
        self.page = page
        definitions = Self.definitions(page, editions, texts)
        var entries = [Int: [Entry]]()
        for edition in editions {
            guard let text = edition.page(page)?.text, entries[text] == nil else { continue }
            entries[text] = try Self.sorted(texts[text], as: locales[texts[text].document.locale])
        }
        self.entries = entries
        uses = editions.map { Self.uses(of: page, in: $0, texts) }
    }

    /// What a term means; `nil` where nothing is said of it.
    /// - Parameter locale: the index of the locale in whose language the text is that links to it.
    func definition(of anchor: String, inTextsOf locale: Int) -> Definition? {
        definitions.indices.contains(locale) ? definitions[locale][anchor] : nil
    }

    /// The terms of a text of the glossary, as its language sorts them.
    func entries(ofText text: Int) -> [Entry] { entries[text] ?? [] }

    /// The pages of an edition that link to a term.
    func uses(of anchor: String, inEdition edition: Int) -> [PageNumber] {
        uses.indices.contains(edition) ? uses[edition][anchor] ?? [] : []
    }

    private static func definitions(_ page: PageNumber, _ editions: [Edition], _ texts: [PageText]) -> [[String: Definition]] {
        editions.map { edition in
            guard let text = edition.page(page).map({ texts[$0.text] }) else { return [:] }
            let terms = text.document.terms.filter { !$0.definition.isEmpty }
            return Dictionary(
                terms.map { (text.anchors.ofHeadings[$0.heading], Definition(text: $0.definition, locale: text.document.locale)) }
            ) { first, _ in first }
        }
    }

    private static func sorted(_ text: PageText, as locale: Locale) throws(EnvironmentError) -> [Entry] {
        let terms = text.document.terms
        guard !terms.isEmpty else { return [] }
        let collation = try Collation(locale)
        let titles = terms.map { text.document.prose.headings[$0.heading].text }
        var letter: String?
        return terms.indices.sorted { titles[$0] == titles[$1] ? $0 < $1 : collation.isBefore(titles[$0], titles[$1]) }.map { index in
            let initial = collation.initial(of: titles[index])
            let isNew = initial.map { initial in letter.map { !collation.isSameLetter($0, initial) } ?? true } ?? false
            if isNew { letter = initial }
            return Entry(term: index, anchor: text.anchors.ofHeadings[terms[index].heading], letter: isNew ? initial : nil)
        }
    }

    private static func uses(of glossary: PageNumber, in edition: Edition, _ texts: [PageText]) -> [String: [PageNumber]] {
        var uses = [String: [PageNumber]]()
        let pages = [edition.home] + edition.modules.flatMap { [$0.page] + $0.sessions } + edition.standalone
        for number in pages where number != glossary {
            guard let page = edition.page(number) else { continue }
            for anchor in texts[page.text].terms.anchors { uses[anchor, default: []].append(number) }
        }
        return uses
    }
}
