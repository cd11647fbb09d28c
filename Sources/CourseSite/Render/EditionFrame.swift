import Templates

/// What all pages of an edition share, in one publication: made once, before the pages.
struct EditionFrame: Sendable {
    let edition: Edition
    let site: Record
    /// For each module, and last for the pages that belong to none. Not every publication has all of them.
    private let outlines: [Outline?]
    /// Whether the home page offers downloads.
    let offersDownloads: Bool
    /// `nil` where the site has no address, and in offline copies.
    let structuredData: StructuredData?

    init(_ edition: Edition, links: LinkWriter, theme: Theme, offersDownloads: Bool) {
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
        let url = links.publication.isOffline ? nil : course.configuration.url
        structuredData = url.map { StructuredData(course: course, edition: edition, url: $0) }

        func outline(from number: PageNumber, module: Int?) -> Outline? {
            guard let page = edition.page(number), links.publication.contains(page, edition: edition.index) else { return nil }
            return Outline(of: edition, from: page, module: module, links: links, theme: theme)
        }
        let ofModules = edition.modules.enumerated().map { outline(from: $1.page, module: $0) }
        let outsider = edition.page(edition.home).map { home in
            // A module's offline copy has no home page, but a glossary in the same folder.
            Outline(of: edition, from: home, module: nil, links: links, theme: theme)
        }
        outlines = ofModules + [outsider]
    }

    func outline(for page: Page) -> Outline? {
        let index = page.place.module ?? edition.modules.count
        return outlines.indices.contains(index) ? outlines[index] : nil
    }
}
