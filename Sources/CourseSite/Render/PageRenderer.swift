import HTMLBytes
import Templates

/// Makes the pages of a publication: all that it needs is here, so that any page can be made at any time, on any thread.
struct PageRenderer: Sendable {
    let course: Course
    let theme: Theme
    let links: LinkWriter
    /// By edition.
    let frames: [EditionFrame]
    /// Of the offline copies that the pages offer; none in an offline copy, since a file cannot state its own size.
    private(set) var archiveSizes: [Publication: Int] = [:]

    var publication: Publication { links.publication }

    /// - Parameters:
    ///   - offersArchives: whether there are offline copies to be offered.
    ///   - modules: those of an edition whose pages will be rendered, where they are few; `nil` among them stands for pages that belong to none.
    init(
        course: Course, theme: Theme, publication: Publication, offersArchives: Bool = false, workers: Workers,
        modules: @Sendable (Edition) -> Set<Int?>? = { _ in nil }
    ) throws(EnvironmentError) {
        let links = LinkWriter(course: course, publication: publication)
        self.course = course
        self.theme = theme
        self.links = links
        frames = try workers.map(course.editions.count, chunk: 1, state: {}) { _, index throws(EnvironmentError) in
            let edition = course.editions[index]
            return EditionFrame(edition, links: links, theme: theme, offersDownloads: offersArchives, modules: modules(edition))
        }
    }

    /// For a course that differs in texts only, and in nothing of them that shows on other pages.
    init(_ other: PageRenderer, of course: Course) {
        self.course = course
        theme = other.theme
        links = LinkWriter(course: course, publication: other.publication)
        frames = other.frames
    }

    /// For pages that state the sizes of offline copies.
    func stating(_ sizes: [Publication: Int]) -> PageRenderer {
        var renderer = self
        renderer.archiveSizes = sizes
        return renderer
    }

    /// Appends the HTML of a page.
    func render(_ page: Page, of edition: Edition, into output: inout [UInt8]) {
        let layouts = theme.locales[edition.index]
        var marks = [Mark]()
        let layout =
            switch page.place {
            case .home: layouts.home
            case .outline: layouts.outlines
            case .keyPoints: layouts.keyPoints
            case .standalone: page.isGlossary ? layouts.glossary : layouts.page
            case .module: layouts.module
            case .session: layouts.session
            }
        layout.render(record(page, edition), into: &output, marks: &marks)
    }

    private func record(_ page: Page, _ edition: Edition) -> Record {
        let fields = theme.pageFields
        let frame = frames[edition.index]
        let text = course.texts[page.text]
        let frontMatter = text.document.frontMatter
        var record = Record(fields.schema)
        record[fields.site] = frame.site
        record[fields.assets] = theme.assetRecord
        record[fields.lang] = Text(edition.locale.code)
        if edition.locale.direction == .rightToLeft { record[fields.dir] = Text(edition.locale.direction.rawValue) }
        record[fields.root] = Text(page.permalink.rootPrefix)
        if let home = edition.page(edition.home), let address = links.address(of: home, from: page, in: edition) {
            record[fields.home] = Text(address)
        }
        record[fields.title] = Text(text.document.title)
        record[fields.summary] = Text(
            frontMatter.summary ?? (page.place == .home ? course.configuration.description?[edition.index] : nil) ?? "")
        record[fields.objectives] = fields.items.records(frontMatter.objectives)
        record[fields.isOffline] = publication.isOffline
        if let date = frontMatter.updated { record[fields.updated] = fields.dates.record(date) }
        if let repository = course.configuration.repository, !page.place.isGenerated {
            record[fields.editHref] = Text(Array(repository.utf8) + percentEncoded(text.document.file.path.string))
        }
        addLanguage(of: page, edition, to: &record)
        addHead(of: page, edition, with: text.document, to: &record)
        addNavigation(of: page, edition, frame, to: &record)

        if !text.document.prose.codes.isEmpty, !page.place.isGenerated {
            record[fields.isHighlighted] = text.document.prose.codes.contains { $0.highlighted != nil }
        }
        let filler = ProseFiller(
            links: links, text: text, page: page, edition: edition, terms: termWriter(text), players: playerWriter(text))
        switch page.place {
        case .home:
            addHome(page, edition, filler, to: &record)
        case .standalone where page.isGlossary:
            addGlossary(page, edition, filler, to: &record)
        case .standalone:
            addProse(filler, to: &record)
        case .outline:
            let entries = OutlineEntries(edition: edition, page: page, links: links, fields: theme.outlineFields)
            record[fields.modules] = edition.modules.indices.compactMap { entries.record(ofModule: $0, isOpen: true, withSessions: true) }
        case .module(let index):
            addProse(filler, to: &record)
            addModule(index, page, edition, current: nil, to: &record)
            record[fields.entries] = sessionEntries(of: edition.modules[index], page, edition)
            record[fields.keyPoints] = edition.modules[index].keyPoints.flatMap(edition.page).flatMap { link(to: $0, from: page, edition) }
            record[fields.downloads] = offers(ofModule: index, page, edition)
        case .session(let index, let position):
            addProse(filler, to: &record)
            addModule(index, page, edition, current: position, to: &record)
            addSession(position, of: edition.modules[index], page, to: &record)
        case .keyPoints(let module):
            if let module { addModule(module, page, edition, current: nil, to: &record) }
            addKeyPoints(of: module, page, edition, to: &record)
        }
        return record
    }

    private func addProse(_ filler: ProseFiller, to record: inout Record) {
        let fields = theme.pageFields
        record[fields.body] = .bytes(filler.fill())
        let headings = zip(filler.text.document.prose.headings, filler.text.anchors.ofHeadings).filter { $0.0.level == 2 }
        guard headings.count >= 2 else { return }
        record[fields.contents] = headings.map { fields.contentsFields.record(id: Text($1), title: $0.text) }
    }

    /// The language of the text, and the same page in the other locales.
    private func addLanguage(of page: Page, _ edition: Edition, to record: inout Record) {
        let fields = theme.pageFields
        if page.isFallback {
            let source = course.locale(of: page)
            record[fields.textLang] = Text(source.code)
            if source.direction != edition.locale.direction { record[fields.textDir] = Text(source.direction.rawValue) }
            var fallback = Record(fields.fallbackFields.schema)
            fallback[fields.fallbackFields.language] = Text(source.name)
            fallback[fields.fallbackFields.lang] = Text(source.code)
            fallback[fields.fallbackFields.ownLanguage] = Text(edition.locale.name)
            if case .foreign(let address, _) = links.address(of: .edition(page.number, locale: 0, fragment: nil), from: page, in: edition) {
                fallback[fields.fallbackFields.href] = Text(address)
            }
            record[fields.fallback] = fallback
        }
        guard !publication.isOffline, course.editions.count > 1 else { return }
        record[fields.languages] = course.editions.map { other in
            var language = Record(fields.languageFields.schema)
            language[fields.languageFields.code] = Text(other.locale.code)
            language[fields.languageFields.name] = Text(other.locale.name)
            language[fields.languageFields.isCurrent] = other.index == edition.index
            if let same = other.page(page.number) {
                language[fields.languageFields.href] = Text(page.permalink.relative(to: same.permalink))
            }
            return language
        }
    }

    /// What only makes sense where the site has an address.
    private func addHead(of page: Page, _ edition: Edition, with document: Document, to record: inout Record) {
        guard let url = course.configuration.url, !publication.isOffline else { return }
        let fields = theme.pageFields
        let translations = course.editions.compactMap { other in
            other.page(page.number).flatMap { $0.isFallback ? nil : (other.locale.code, $0) }
        }
        record[fields.canonical] = Text(Array(url.utf8) + course.canonical(page).permalink.bytes)
        record[fields.alternates] = fields.alternateFields.records(translations.map { ($0, $1.permalink) }, url: url)
        if let data = frames[edition.index].structuredData?.describe(page, with: document) { record[fields.structuredData] = .bytes(data) }
    }

    private func addNavigation(of page: Page, _ edition: Edition, _ frame: EditionFrame, to record: inout Record) {
        let fields = theme.pageFields
        if let outline = frame.outline(for: page) {
            record[fields.outline] = .bytes(outline.html(for: page, whereabouts: whereabouts(of: page, edition)))
        }
        for number in edition.standalone {
            guard let other = edition.page(number), publication.contains(other, edition: edition.index),
                let link = link(to: other, from: page, edition)
            else { continue }
            if other.isGlossary { record[fields.glossary] = link } else { record[fields.standalone].append(link) }
        }
        if frame.offersDownloads, let home = edition.page(edition.home), let address = links.address(of: home, from: page, in: edition) {
            record[fields.downloadsHref] = Text(address + Array("#l-downloads".utf8))
        }
        let route = edition.route
        guard let position = route.position(of: page) else { return }
        if let previous = route.page(at: position - 1, in: edition), publication.contains(previous, edition: edition.index) {
            record[fields.previous] = link(to: previous, from: page, edition)
        }
        if let next = route.page(at: position + 1, in: edition), publication.contains(next, edition: edition.index) {
            record[fields.next] = link(to: next, from: page, edition)
        }
    }

    private func whereabouts(of page: Page, _ edition: Edition) -> [UInt8] {
        guard let index = page.place.module, let module = edition.page(edition.modules[index].page) else { return [] }
        let fields = theme.whereFields
        var record = Record(fields.schema)
        record[fields.module] = Text(course.label(of: module))
        if case .session(_, let position) = page.place {
            record[fields.number] = Text(String(position + 1))
            record[fields.total] = Text(String(edition.modules[index].sessions.count))
        }
        return theme.locales[edition.index].whereabouts.bytes(record)
    }

    func link(to target: Page, from page: Page, _ edition: Edition) -> Record? {
        guard let address = links.address(of: target, from: page, in: edition) else { return nil }
        let fields = theme.pageFields.links
        var record = Record(fields.schema)
        record[fields.href] = Text(address)
        if case .module = target.place {
            record[fields.title] = Text(course.label(of: target))
            record[fields.isModule] = true
        } else {
            record[fields.title] = Text(course.title(of: target))
            if case .keyPoints = target.place { record[fields.isKeyPoints] = true }
        }
        record[fields.lang] = Text(course.foreignLanguage(of: target, in: edition) ?? "")
        record[fields.isCurrent] = target.number == page.number
        return record
    }
}

extension AlternateFields {
    /// The translations of one page, and `x-default`, which is the source's or the first there is.
    func records(_ translations: [(code: String, permalink: Permalink)], url: String) -> [Record] {
        guard let first = translations.first, translations.count > 1 else { return [] }
        return (translations + [("x-default", first.permalink)]).map { code, permalink in
            var record = Record(schema)
            record[hreflang] = Text(code)
            record[href] = Text(Array(url.utf8) + permalink.bytes)
            return record
        }
    }
}
