import Templates

/// The layout `term`: a link to a term of the glossary.
final class TermFields: Sendable {
    let schema: RecordSchema
    let href: Field<Text>
    let number: Field<Text>
    let isDefined: Field<Bool>
    let isFirst: Field<Bool>
    let definition: Field<HTML>
    let definitionLang: Field<Text>
    let content: Field<HTML>

    init() {
        var builder = RecordSchema.Builder("term")
        href = builder.text("href", "Where the glossary explains the term")
        number = builder.text("number", "The term's number on the page, from 1, for ids")
        isDefined = builder.flag(
            "is-defined",
            "Whether the page holds the definition, at the first link or a further one: not where headings alone name the term")
        isFirst = builder.flag(
            "is-first", "Whether it is the first link to the term outside headings: what it means should be read to a screen reader once")
        definition = builder.html("definition", "Outside headings: what the term means, without markup")
        definitionLang = builder.text("definition-lang", "The language of the definition, where it is not that of the text")
        content = builder.html("content", "The text of the link")
        schema = builder.finish()
    }
}
