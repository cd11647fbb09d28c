/// One Markdown file, read alone.
final class Document: Sendable {
    let file: PageFile
    /// The index of its locale in `site.yml`.
    let locale: Int
    let frontMatter: FrontMatter
    /// From the front matter, else the first heading; else the file's name, which is then an error.
    let title: String
    let prose: Prose
    /// Where it is the glossary.
    let terms: [GlossaryTerm]

    init(file: PageFile, locale: Int, frontMatter: FrontMatter, title: String, prose: Prose, terms: [GlossaryTerm] = []) {
        self.file = file
        self.locale = locale
        self.frontMatter = frontMatter
        self.title = title
        self.prose = prose
        self.terms = terms
    }
}
