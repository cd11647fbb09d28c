import CommonMark
import Diagnostics

/// A page as the reviewer's rules see it: its text with true places, what it says of itself, and where its links lead.
struct ReviewedPage {
    let text: PageText
    /// With recovered positions.
    let markup: Markup
    /// The locale's code.
    let locale: String
    /// The language's tag without script and country: `pt` of `pt-BR`.
    let language: String
    /// What the first locale's page says of itself; `nil` where this is it, or where only a translation has the page.
    let source: FrontMatter?
    /// Whether the course says in `site.yml` what it is about.
    let courseIsDescribed: Bool
    /// In reading order.
    let links: [ReviewedLink]
    /// Where the values of the front matter stand; `nil` where it cannot be read.
    private let values: [String: YAMLNode]?

    init(_ text: PageText, markup: Markup, locale: Locale, source: FrontMatter?, courseIsDescribed: Bool, values: [String: YAMLNode]?) {
        self.text = text
        self.markup = markup
        self.locale = locale.code
        language = locale.language
        self.source = source
        self.courseIsDescribed = courseIsDescribed
        self.values = values
        let targets = Dictionary(zip(text.document.prose.links.map(\.node), text.links)) { first, _ in first }
        links = markup.root.subtree.compactMap { node in
            guard case .link(let destination, _) = node.kind else { return nil }
            return ReviewedLink(node: node, destination: String(decoding: destination, as: UTF8.self), target: targets[node.ordinal])
        }
    }

    var document: Document { text.document }
    var frontMatter: FrontMatter { text.document.frontMatter }
    var place: PageKey.Place { text.document.file.key.place }

    var isSession: Bool { if case .session = place { true } else { false } }

    /// Where the value of a key of the front matter stands.
    func place(of key: String) -> Finding.Place {
        values?[key].map { .value(start: $0.start, end: $0.end) } ?? .file
    }

    /// Whether its front matter cannot be read, and where that does not end, its text neither.
    var isUnreadable: Bool { values == nil }

    /// Whether a key of the front matter has a value that could not be taken, which has been told: it is not missing as well.
    func isRefused(_ key: String) -> Bool {
        guard let values else { return true }
        return switch values[key]?.value {
        case .sequence(let entries)?: !entries.isEmpty
        case .scalar(let text, let isQuoted)?: !isQuoted || !text.trimmed.isEmpty
        case .mapping?: true
        case nil: false
        }
    }

    /// Whether the page has a remark of a kind, whether or not the theme knows that kind.
    func hasRemark(_ kind: String) -> Bool {
        markup.root.subtree.contains { node in
            node.alertKind.map { String(decoding: $0, as: UTF8.self).uppercased() == kind } ?? false
        }
    }

    /// The heading of level one that is the page's title.
    var title: Markup.Node? { markup.titleHeading(of: frontMatter) }
}

/// A link of a text.
struct ReviewedLink {
    let node: Markup.Node
    /// As it is written.
    let destination: String
    /// `nil` for one that is not shown, in the page's title.
    let target: LinkTarget?

    /// As it is read, without white space around it.
    var words: String { node.plainText.trimmed }
}

extension Markup.Node {
    /// Where what is inside it is written: of a link its text, of an image its alternative. Where there is nothing inside, the whole
    /// of it.
    var insideRange: Range<Int> {
        let inside = Array(children)
        guard let first = inside.first, let last = inside.last, first.range.lowerBound < last.range.upperBound else { return range }
        return first.range.lowerBound..<last.range.upperBound
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
