import Templates

/// A page at each earlier address of a page that leads to where it is now.
struct Redirects {
    let course: Course
    let theme: Theme

    func outputs() -> [Site.Output] {
        course.editions.flatMap { edition in
            edition.pages.flatMap { page -> [Site.Output] in
                guard let page, !page.isFallback else { return [] }
                return course.texts[page.text].document.frontMatter.aliases.compactMap { alias in
                    Alias.path(alias.value, in: edition.locale).map { path in
                        Site.Output(path: path, content: .bytes(redirect(from: path, to: page, edition)))
                    }
                }
            }
        }
    }

    /// The bytes of a page that leads to another.
    func redirect(from path: OutputPath, to page: Page, _ edition: Edition) -> [UInt8] {
        let fields = theme.redirectFields
        var record = Record(fields.schema)
        record[fields.lang] = Text(edition.locale.code)
        if edition.locale.direction == .rightToLeft { record[fields.dir] = Text(edition.locale.direction.rawValue) }
        record[fields.title] = Text(course.title(of: page))
        record[fields.href] = Text(Permalink(path).relative(to: page.permalink))
        if let url = course.configuration.url { record[fields.canonical] = Text(Array(url.utf8) + page.permalink.bytes) }
        return theme.locales[edition.index].redirect.bytes(record)
    }
}
