import Templates

/// The outline of the course as pages of one folder show it: rendered once, with places for what differs from page to page.
struct Outline: Sendable {
    private let html: [UInt8]
    private let marks: [Mark]
    /// The mark for the words that say where one is; pages have the mark of their number plus one.
    private static let whereabouts = 0

    /// - Parameters:
    ///   - page: any page of the folder: links are relative to it.
    ///   - module: the module that the folder belongs to, shown open.
    init(of edition: Edition, from page: Page, module: Int?, links: LinkWriter, theme: Theme) {
        let course = links.course
        let fields = theme.outlineFields
        let sessionCount = edition.modules.reduce(0) { $0 + $1.sessions.count }
        var record = Record(fields.schema)
        record[fields.whereabouts] = .mark(Self.whereabouts)
        record[fields.modules] = edition.modules.enumerated().compactMap { index, entry in
            guard let modulePage = edition.page(entry.page), let href = links.address(of: modulePage, from: page, in: edition),
                links.publication.contains(modulePage, edition: edition.index)
            else { return nil }
            let showsSessions = sessionCount <= Self.smallCourse || index == module
            var moduleRecord = Record(fields.module.schema)
            moduleRecord[fields.module.label] = Text(course.label(of: modulePage))
            moduleRecord[fields.module.lang] = Text(course.foreignLanguage(of: modulePage, in: edition) ?? "")
            moduleRecord[fields.module.href] = Text(href)
            moduleRecord[fields.module.current] = .mark(modulePage.number.value + 1)
            moduleRecord[fields.module.isOpen] = index == module
            moduleRecord[fields.module.sessions] = !showsSessions ? [] : entry.sessions.compactMap { number in
                guard let session = edition.page(number), let href = links.address(of: session, from: page, in: edition) else { return nil }
                let sessionFields = fields.module.session
                var sessionRecord = Record(sessionFields.schema)
                sessionRecord[sessionFields.title] = Text(course.title(of: session))
                sessionRecord[sessionFields.lang] = Text(course.foreignLanguage(of: session, in: edition) ?? "")
                sessionRecord[sessionFields.href] = Text(href)
                sessionRecord[sessionFields.current] = .mark(session.number.value + 1)
                return sessionRecord
            }
            return moduleRecord
        }
        var html = [UInt8]()
        var marks = [Mark]()
        theme.locales[edition.index].outline.render(record, into: &html, marks: &marks)
        self.html = html
        self.marks = marks
    }

    /// Up to this many sessions a course shows all of them on every page; a larger one shows those of the current module.
    private static let smallCourse = 60

    /// The outline as one page shows it.
    /// - Parameter whereabouts: HTML that says which module and session the page is.
    func html(for page: Page, whereabouts: [UInt8]) -> [UInt8] {
        var output = [UInt8]()
        output.reserveCapacity(html.count + whereabouts.count + 32)
        var position = 0
        for mark in marks where mark.id == Self.whereabouts || mark.id == page.number.value + 1 {
            output.append(contentsOf: html[position..<mark.offset])
            position = mark.offset
            output.append(contentsOf: mark.id == Self.whereabouts ? whereabouts : Array(" aria-current=\"page\"".utf8))
        }
        output.append(contentsOf: html[position...])
        return output
    }
}

extension Course {
    func title(of page: Page) -> String {
        texts[page.text].document.title
    }

    /// A module's short name, else its title.
    func label(of page: Page) -> String {
        let document = texts[page.text].document
        return document.frontMatter.label ?? document.title
    }

    /// The locale in which a page's text is written.
    func locale(of page: Page) -> Locale {
        configuration.locales[texts[page.text].document.locale]
    }

    /// The page itself, or where it shows the source's text, the source's page.
    func canonical(_ page: Page) -> Page {
        page.isFallback ? editions[0].page(page.number) ?? page : page
    }

    /// The language of a page's text where it is not the edition's.
    func foreignLanguage(of page: Page, in edition: Edition) -> String? {
        page.isFallback ? locale(of: page).code : nil
    }
}
