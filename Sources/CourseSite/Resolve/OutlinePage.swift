/// How a theme calls the page that lists all modules and sessions, in one locale; no author writes it.
struct OutlinePage: Sendable {
    let title: String
    /// Its name in the address.
    let slug: String

    /// Its text: a title. The document has no file, and names what it is instead.
    func document(locale: Int) -> Document {
        Document(
            file: PageFile(key: .generated, path: SourcePath("the outline of the course"), stamp: FileStamp(size: 0)), locale: locale, frontMatter: FrontMatter(),
            title: title, prose: Prose())
    }
}
