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
        let entries = OutlineEntries(edition: edition, page: page, links: links, fields: theme.outlineFields)
        let scope = OutlineScope(of: edition)
        let fields = theme.outlineFields
        var record = Record(fields.schema)
        record[fields.whereabouts] = .mark(Self.whereabouts)
        record[fields.modules] = edition.modules.indices.filter { scope.shows(module: $0, current: module) }.compactMap { index in
            entries.record(ofModule: index, isOpen: index == module, withSessions: scope.showsSessions(ofModule: index, current: module))
        }
        if let outline = edition.outline.flatMap(edition.page), links.publication.contains(outline, edition: edition.index),
            let address = links.address(of: outline, from: page, in: edition)
        {
            record[fields.everything] = Text(address)
        }
        record[fields.keyPoints] = edition.keyPoints.flatMap(entries.record)
        var html = [UInt8]()
        var marks = [Mark]()
        theme.locales[edition.index].outline.render(record, into: &html, marks: &marks)
        self.html = html
        self.marks = marks
    }

    /// The outline as one page shows it.
    /// - Parameter whereabouts: HTML that says which module and session the page is.
    func html(for page: Page, whereabouts: [UInt8]) -> [UInt8] {
        var output = [UInt8]()
        output.reserveCapacity(html.count + whereabouts.count + 32)
        var position = 0
        for mark in marks where mark.id == Self.whereabouts || mark.id == OutlineEntries.mark(of: page) {
            output.append(contentsOf: html[position..<mark.offset])
            position = mark.offset
            output.append(contentsOf: mark.id == Self.whereabouts ? whereabouts : Array(" aria-current=\"page\"".utf8))
        }
        output.append(contentsOf: html[position...])
        return output
    }
}

/// The modules and sessions of an edition as layouts list them.
struct OutlineEntries {
    let edition: Edition
    /// Links are relative to it.
    let page: Page
    let links: LinkWriter
    let fields: OutlineFields

    /// Where the mark of the current page goes.
    static func mark(of page: Page) -> Int { page.number.value + 1 }

    /// - Returns: `nil` where the publication does not have the module.
    func record(ofModule index: Int, isOpen: Bool, withSessions: Bool) -> Record? {
        let course = links.course
        let module = edition.modules[index]
        guard let modulePage = edition.page(module.page), links.publication.contains(modulePage, edition: edition.index),
            let address = links.address(of: modulePage, from: page, in: edition)
        else { return nil }
        var record = Record(fields.module.schema)
        record[fields.module.label] = Text(course.label(of: modulePage))
        record[fields.module.lang] = Text(course.foreignLanguage(of: modulePage, in: edition) ?? "")
        record[fields.module.href] = Text(address)
        record[fields.module.current] = .mark(Self.mark(of: modulePage))
        record[fields.module.isOpen] = isOpen
        if withSessions {
            record[fields.module.sessions] = module.sessions.compactMap(self.record)
            record[fields.module.keyPoints] = module.keyPoints.flatMap(self.record)
        }
        return record
    }

    /// A session, or a page of key points.
    func record(of number: PageNumber) -> Record? {
        guard let session = edition.page(number), links.publication.contains(session, edition: edition.index),
            let address = links.address(of: session, from: page, in: edition)
        else { return nil }
        let sessionFields = fields.module.session
        var record = Record(sessionFields.schema)
        record[sessionFields.title] = Text(links.course.title(of: session))
        record[sessionFields.lang] = Text(links.course.foreignLanguage(of: session, in: edition) ?? "")
        record[sessionFields.href] = Text(address)
        record[sessionFields.current] = .mark(Self.mark(of: session))
        return record
    }
}
