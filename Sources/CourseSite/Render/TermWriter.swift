import HTMLBytes
import Templates

/// Writes the links of a text to terms of the glossary, with the definition at hand, by the theme's layout.
struct TermWriter {
    let links: LinkWriter
    let glossary: Glossary
    let text: PageText
    let layout: Template
    let fields: TermFields

    /// What stands around the text of a link; `nil` where it is none to a term, or the page cannot lead there.
    /// - Parameters:
    ///   - link: its place in the prose.
    ///   - isAgain: whether the same link stood on the page before, as those in the answers of a quiz do.
    func element(of link: Int, isAgain: Bool, from page: Page, in edition: Edition) -> (start: [UInt8], end: [UInt8])? {
        guard let mention = text.terms.byLink[link] else { return nil }
        return element(of: link, as: isAgain ? mention.further : mention, from: page, in: edition)
    }

    /// - Parameter mention: what of the term is said where the link stands.
    func element(of link: Int, as mention: TermLinks.Mention, from page: Page, in edition: Edition) -> (start: [UInt8], end: [UInt8])? {
        guard let definition = glossary.definition(of: mention.anchor, inTextsOf: text.document.locale),
            case .href(let address) = links.address(of: text.links[link], from: page, in: edition)
        else { return nil }
        var record = Record(fields.schema)
        record[fields.href] = Text(address)
        if let number = mention.number {
            record[fields.number] = Text(String(number))
            record[fields.isDefined] = true
        }
        if mention.isDefined {
            record[fields.isFirst] = mention.isFirst
            record[fields.definition] = .bytes(definition.text)
            if definition.locale != text.document.locale {
                record[fields.definitionLang] = Text(links.course.editions[definition.locale].locale.code)
            }
        }
        record[fields.content] = .mark(ElementMark.content.rawValue)
        var html = [UInt8]()
        var marks = [Mark]()
        layout.render(record, into: &html, marks: &marks)
        let middle = marks.first?.offset ?? html.count
        return (Array(html[..<middle]), Array(html[middle...]))
    }
}

extension PageRenderer {
    /// - Returns: `nil` where the text has no links to terms.
    func termWriter(_ text: PageText) -> TermWriter? {
        guard !text.terms.byLink.isEmpty, let glossary = course.glossary else { return nil }
        let layout = theme.locales[text.document.locale].prose.term
        return TermWriter(links: links, glossary: glossary, text: text, layout: layout, fields: theme.proseFields.term)
    }
}
