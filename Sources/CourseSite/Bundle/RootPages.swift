import Templates

/// The pages that belong to no locale: the choice of a language at the site's root, and what a host shows for an address that does not exist.
struct RootPages {
    let course: Course
    let theme: Theme

    func outputs() -> [Site.Output] {
        let layouts = theme.locales[0]
        return [
            Site.Output(path: OutputPath("index.html"), content: .bytes(layouts.chooser.bytes(record(root: "")))),
            Site.Output(path: OutputPath("404.html"), content: .bytes(layouts.notFound.bytes(record(root: absoluteRoot)))),
            Site.Output(path: OutputPath(".nojekyll"), content: .bytes([])),
        ]
    }

    /// 404 is shown at any depth, so its links begin at the host's root.
    private var absoluteRoot: String {
        guard let url = course.configuration.url, let scheme = url.firstRange(of: "://") else { return "/" }
        return url[scheme.upperBound...].firstIndex(of: "/").map { String(url[$0...]) } ?? "/"
    }

    private func record(root: String) -> Record {
        let fields = theme.chooserFields
        let source = course.editions[0].locale
        var record = Record(fields.schema)
        record[fields.name] = Text(course.configuration.name)
        record[fields.lang] = Text(source.code)
        if source.direction == .rightToLeft { record[fields.dir] = Text(source.direction.rawValue) }
        record[fields.root] = Text(root)
        record[fields.assets] = theme.assetRecord
        if let url = course.configuration.url {
            record[fields.canonical] = Text(url)
            let homes = course.editions.compactMap { edition in
                edition.page(edition.home).map { (code: edition.locale.code, permalink: $0.permalink) }
            }
            var alternates = theme.pageFields.alternateFields.records(homes, url: url)
            if let last = alternates.indices.last { alternates[last][theme.pageFields.alternateFields.href] = Text(url) }
            record[fields.alternates] = alternates
        }
        record[fields.editions] = course.editions.map { edition in self.edition(edition, root: root) }
        return record
    }

    private func edition(_ edition: Edition, root: String) -> Record {
        let fields = theme.chooserFields.edition
        let source = course.editions[0].locale
        var record = Record(fields.schema)
        record[fields.code] = Text(edition.locale.code)
        if edition.index > 0 { record[fields.lang] = Text(edition.locale.code) }
        if edition.locale.direction != source.direction { record[fields.dir] = Text(edition.locale.direction.rawValue) }
        record[fields.name] = Text(edition.locale.name)
        record[fields.title] = Text(course.configuration.title[edition.index])
        record[fields.publisher] = Text(course.configuration.publisher?[edition.index] ?? "")
        if let home = edition.page(edition.home) {
            record[fields.fullTitle] = Text(course.title(of: home))
            record[fields.href] = Text(Array(root.utf8) + home.permalink.bytes)
        }
        record[fields.isFirst] = edition.index == 0
        for (phrase, field) in fields.phrases { record[field] = Text(theme.locales[edition.index].phrases[phrase] ?? "") }
        return record
    }
}
