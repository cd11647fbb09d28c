import Templates

/// What all pages of an edition share, in one publication: made once, before the pages.
struct EditionFrame: Sendable {
    let edition: Edition
    let site: Record
    /// For each module, and last for the pages that belong to none. Not every publication has all of them.
    private let outlines: [Outline?]
    /// Whether the home page offers downloads.
    let offersDownloads: Bool
    /// What every page of a module says of it, but for the link; by the module's index.
    let modules: [Record]
    /// A stop on the line of a module, and the one at which one is.
    let stops: (other: Record, current: Record)
    /// `nil` where the site has no address, and in offline copies.
    let structuredData: StructuredData?

    /// - Parameter wanted: the modules whose pages will be rendered, `nil` among them for pages that belong to none; all where it is `nil` itself. What only other pages
    ///   show is left out.
    init(_ edition: Edition, links: LinkWriter, theme: Theme, offersDownloads: Bool, modules wanted: Set<Int?>?) {
        let course = links.course
        self.edition = edition
        self.offersDownloads = offersDownloads
        let fields = theme.pageFields.siteFields
        var site = Record(fields.schema)
        site[fields.title] = Text(course.configuration.title[edition.index])
        site[fields.fullTitle] = Text(edition.page(edition.home).map(course.title) ?? "")
        site[fields.name] = Text(course.configuration.name)
        site[fields.publisher] = Text(course.configuration.publisher?[edition.index] ?? "")
        if let license = course.configuration.license.map(License.init) {
            site[fields.license] = Text(license.name)
            site[fields.licenseHref] = Text(license.address ?? "")
        }
        self.site = site
        let stopFields = theme.pageFields.moduleFields.stop
        var current = Record(stopFields.schema)
        current[stopFields.isCurrent] = true
        stops = (Record(stopFields.schema), current)
        modules = edition.modules.enumerated().map { index, module in
            wanted?.contains(index) ?? true
                ? Self.record(of: module, in: edition, course, theme.pageFields) : Record(theme.pageFields.moduleFields.schema)
        }
        let url = links.publication.isOffline ? nil : course.configuration.url
        structuredData = url.map { StructuredData(course: course, edition: edition, url: $0) }

        func outline(from number: PageNumber, module: Int?) -> Outline? {
            guard wanted?.contains(module) ?? true, let page = edition.page(number),
                links.publication.contains(page, edition: edition.index)
            else { return nil }
            return Outline(of: edition, from: page, module: module, links: links, theme: theme)
        }
        let ofModules = edition.modules.enumerated().map { outline(from: $1.page, module: $0) }
        let outsider = (wanted?.contains(nil) ?? true ? edition.page(edition.home) : nil).map { home in
            // A module's offline copy has no home page, but a glossary in the same folder.
            Outline(of: edition, from: home, module: nil, links: links, theme: theme)
        }
        outlines = ofModules + [outsider]
    }

    private static func record(of module: Module, in edition: Edition, _ course: Course, _ pageFields: PageFields) -> Record {
        let fields = pageFields.moduleFields
        var record = Record(fields.schema)
        guard let page = edition.page(module.page) else { return record }
        record[fields.label] = Text(course.label(of: page))
        record[fields.lang] = Text(course.foreignLanguage(of: page, in: edition) ?? "")
        record[fields.isOptional] = page.isOptional
        record[fields.sessionCount] = pageFields.counts.record(module.sessions.count, in: edition.locale)
        record[fields.duration] = pageFields.durations.record(minutes: edition.minutes(of: module))
        return record
    }

    /// A stop for each session of a module.
    /// - Parameter position: of the session at which one is.
    func stops(_ count: Int, current position: Int?) -> [Record] {
        var stops = Array(repeating: stops.other, count: count)
        if let position, stops.indices.contains(position) { stops[position] = self.stops.current }
        return stops
    }

    func outline(for page: Page) -> Outline? {
        let index = page.place.module ?? edition.modules.count
        return outlines.indices.contains(index) ? outlines[index] : nil
    }
}
