import Templates

/// What the layout `glossary` says of the terms.
final class GlossaryFields: Sendable {
    let term = TermEntryFields()
    let letter = LetterFields()
}

/// A term, on the glossary's page.
final class TermEntryFields: Sendable {
    let schema: RecordSchema
    let translation = TermTranslationFields()
    let use = TermUseFields()
    let id: Field<Text>
    let title: Field<Text>
    let letter: Field<Text>
    let body: Field<HTML>
    let translations: Field<[Record]>
    let uses: Field<[Record]>

    init() {
        var builder = RecordSchema.Builder("term-entry")
        id = builder.text("id", "Its anchor")
        title = builder.text("title", "The term, without markup")
        letter = builder.text("letter", "On the first term of each letter: the letter")
        body = builder.html("body", "The term as a heading, and what is said of it")
        translations = builder.list("translations", of: translation.schema, "The same term in the other locales that have it")
        uses = builder.list("uses", of: use.schema, "The pages that link to it, in the order of the course")
        schema = builder.finish()
    }
}

/// A letter with which terms begin.
final class LetterFields: Sendable {
    let schema: RecordSchema
    let letter: Field<Text>
    let id: Field<Text>

    init() {
        var builder = RecordSchema.Builder("letter")
        letter = builder.text("letter", "The letter")
        id = builder.text("id", "The anchor of the first term that begins with it")
        schema = builder.finish()
    }
}

/// A term in another locale.
final class TermTranslationFields: Sendable {
    let schema: RecordSchema
    let lang: Field<Text>
    let language: Field<Text>
    let term: Field<Text>
    let href: Field<Text>

    init() {
        var builder = RecordSchema.Builder("term-translation")
        lang = builder.text("code", "The BCP 47 tag of the locale")
        language = builder.text("language", "The language by its own name")
        term = builder.text("term", "The term in that language")
        href = builder.text("href", "Where that locale's glossary explains it; nothing where there is no way to it")
        schema = builder.finish()
    }
}

/// A page that links to a term.
final class TermUseFields: Sendable {
    let schema: RecordSchema
    let href: Field<Text>
    let title: Field<Text>
    let lang: Field<Text>
    let module: Field<Text>
    let moduleLang: Field<Text>
    let number: Field<Text>
    let isLast: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("term-use")
        href = builder.text("href", "Where the page is, relative to this one")
        title = builder.text("title", "Its title; a module's label")
        lang = builder.text("lang", "The language of the title, where it is not that of the page it stands on")
        module = builder.text("module", "Of a session: the label of its module")
        moduleLang = builder.text("module-lang", "The language of that label, where it is not that of the page it stands on")
        number = builder.text("number", "Of a session: its number in the module, from 1")
        isLast = builder.flag("last", "Whether it is the last of them")
        schema = builder.finish()
    }
}
