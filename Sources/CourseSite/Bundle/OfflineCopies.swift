/// Makes the ZIP files: each module, and each edition of the course, with all that its pages need to be read from disk.
struct OfflineCopies: Sendable {
    let course: Course
    let theme: Theme
    let files: any ProjectFiles

    /// All that there are of a course, edition by edition.
    static func publications(of course: Course) -> [Publication] {
        course.editions.flatMap { edition in
            [.course(edition: edition.index)] + edition.modules.indices.map { Publication.module($0, edition: edition.index) }
        }
    }

    /// `jmdi-toolbox-module-1-fr`: a name that still says what it is in somebody's download folder.
    private static func stem(of publication: Publication, in course: Course) -> String {
        let name = course.configuration.name
        switch publication {
        case .site: return name
        case .course(let edition): return stem(name, module: nil, course.editions[edition].locale)
        case .module(let module, let edition):
            return stem(name, module: course.editions[edition].modules[module].folder, course.editions[edition].locale)
        }
    }

    private static func stem(_ course: String, module: String?, _ locale: Locale) -> String {
        ([course] + (module.map { [$0] } ?? []) + [locale.code]).joined(separator: "-")
    }

    /// All that is made for an edition.
    static func paths(of edition: Edition, course: String) -> [OutputPath] {
        let stems = [stem(course, module: nil, edition.locale)] + edition.modules.map { stem(course, module: $0.folder, edition.locale) }
        return stems.map { folder(of: edition.locale).appending($0 + ".zip") }
    }

    /// Where it lies in the site.
    static func path(of publication: Publication, in course: Course) -> OutputPath {
        let edition =
            switch publication {
            case .site: 0
            case .course(let edition), .module(_, let edition): edition
            }
        return folder(of: course.editions[edition].locale).appending(stem(of: publication, in: course) + ".zip")
    }

    /// Where the files of an edition lie.
    static func folder(of locale: Locale) -> OutputPath {
        OutputPath(locale.code).appending("downloads")
    }

    func archive(_ publication: Publication, by deflate: Deflate) throws(EnvironmentError) -> [UInt8] {
        let renderer = try PageRenderer(course: course, theme: theme, publication: publication, workers: Workers(count: 1)) { edition in
            publication.modules(of: edition)
        }
        let folder = Self.stem(of: publication, in: course) + "/"
        var archive = Archive()
        var needed = Set<ContentFile>()
        var buffer = [UInt8]()
        for edition in course.editions {
            guard let first = firstPage(of: publication, edition) else { continue }
            let start = Redirects(course: course, theme: theme).redirect(from: OutputPath("index.html"), to: first, edition)
            archive.add(folder + "index.html", start, by: deflate)
            for page in publication.pages(of: edition) {
                buffer.removeAll(keepingCapacity: true)
                renderer.render(page, of: edition, into: &buffer)
                archive.add(folder + page.path.string, buffer, by: deflate)
                needed.formUnion(course.texts[page.text].files)
            }
        }
        for asset in theme.assets { archive.add(folder + asset.path.string, asset.bytes, by: deflate) }
        for file in needed.sorted(by: { ($0.locale, $0.key) < ($1.locale, $1.key) }) {
            guard let entry = course.files[file] else { continue }
            guard let bytes = try files.contents(of: entry.source) else {
                throw EnvironmentError("“\(entry.source)” vanished while the site was built")
            }
            archive.add(folder + entry.path.string, bytes, by: deflate)
        }
        return try ArchiveWriter.write(archive)
    }

    /// The page that the copy opens with; `nil` for an edition that it has nothing of.
    private func firstPage(of publication: Publication, _ edition: Edition) -> Page? {
        switch publication {
        case .site: nil
        case .course(let own): own == edition.index ? edition.page(edition.home) : nil
        case .module(let module, let own): own == edition.index ? edition.page(edition.modules[module].page) : nil
        }
    }
}
