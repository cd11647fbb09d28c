import Diagnostics

/// Makes a site current after a change of pages that shows nowhere but on themselves, and where they say what to keep, on the pages that collect that; which is
/// what writing mostly is. The cost follows the change, not the course: nothing else is parsed, rendered or written.
///
/// Whatever goes beyond that (another title, another heading, a page more, a mistake) is left to a whole build, by returning `nil`.
struct Rebuild {
    private let last: BuildRecord
    private let configuration: SiteConfiguration
    private let tree: ContentTree
    private let pageFiles: [(locale: Int, file: PageFile)]
    private let files: any ProjectFiles
    private let workers: Workers

    init?(after last: BuildRecord, configuration: SiteConfiguration, tree: ContentTree, files: any ProjectFiles, workers: Workers) {
        let found = tree.fileRecords
        let pageFiles = tree.pageFiles
        guard configuration.downloads.isEmpty, !last.offersDownloads,
            pageFiles.count == last.pages.count, found.count == last.files.count,
            zip(pageFiles, last.pages).allSatisfy({ $0.locale == $1.locale && $0.file.key.string == $1.key }),
            zip(found, last.files).allSatisfy({ $0.locale == $1.locale && $0.key == $1.key && last.isTrusted($0.stamp, recorded: $1.stamp) }
            )
        else { return nil }
        self.last = last
        self.configuration = configuration
        self.tree = tree
        self.pageFiles = pageFiles
        self.files = files
        self.workers = workers
    }

    /// - Parameters:
    ///   - startedAt: before anything was read.
    ///   - theme: asked for only where a page has to be rendered.
    func patch(startedAt: Int64, theme: () throws(EnvironmentError) -> Theme?) throws(EnvironmentError) -> SitePatch? {
        var record = last
        record.startedAt = startedAt
        var changed = [Int: [UInt8]]()
        for (index, (_, file)) in pageFiles.enumerated() where !last.isTrusted(file.stamp, recorded: last.pages[index].stamp) {
            record.pages[index].stamp = file.stamp
            guard file.stamp.size <= DocumentReader.sizeLimit, let bytes = try files.contents(of: file.path) else { return nil }
            let content = Fingerprint(bytes)
            if content == last.pages[index].content { continue }
            record.pages[index].content = content
            changed[index] = bytes
        }
        if changed.isEmpty { return SitePatch(outputs: [], build: LastBuild(record: record), course: nil) }
        guard let theme = try theme(), let (course, shown) = try course(changed, theme, &record) else { return nil }
        return SitePatch(outputs: try render(shown, of: course, theme), build: LastBuild(record: record), course: course)
    }

    /// The course with the changed pages in it, and of the others what shows; with the changed texts, whose key points are put into the record.
    private func course(
        _ changed: [Int: [UInt8]], _ theme: Theme, _ record: inout BuildRecord
    ) throws(EnvironmentError) -> (Course, ShownTexts)? {
        guard let recorded = try recordedPages() else { return nil }
        let reader = DocumentReader(ReadingSettings(configuration, theme: theme))
        var documents = [Document]()
        var anchors = [Anchors]()
        var shown = ShownTexts()
        var sources = [String: Int]()
        for (index, page) in recorded.enumerated() {
            guard let page else {
                if changed[index] != nil { return nil }
                continue
            }
            if page.document.locale == 0 { sources[last.pages[index].key] = documents.count }
            var document = page.document
            if let bytes = changed[index] {
                let source = document.locale == 0 ? nil : sources[last.pages[index].key].map { (documents[$0].prose, anchors[$0]) }
                guard let face = last.pages[index].face?.decoded(),
                    let new = reader.reread(document.file, bytes, locale: document.locale, face: face, wasDraft: false, source: source)
                else { return nil }
                shown.insert(documents.count, new)
                if new.hasOtherKeyPoints { record.pages[index].face = EncodedFace(new.face) }
                document = new.document
            }
            documents.append(document)
            anchors.append(page.anchors)
        }
        guard let beside = try textsBeside(shown.withOtherKeyPoints, of: documents, theme) else { return nil }
        for (index, document) in beside { documents[index] = document }
        let resolver = CourseResolver(
            configuration: configuration, tree: tree, documents: documents, drafts: [], generated: theme.locales.map(\.generatedPages),
            media: MediaShelf(files: files), workers: workers)
        let texts = shown.all.union(beside.keys).sorted()
        return try resolver.course(showing: texts, anchors: anchors).map { ($0, shown) }
    }

    /// Key points show beside those of other sessions, which have not changed, and are read again.
    /// - Returns: by the index of the document; `nil` where one cannot be read, or has code to be highlighted.
    private func textsBeside(_ changed: Set<Int>, of documents: [Document], _ theme: Theme) throws(EnvironmentError) -> [Int: Document]? {
        guard !changed.isEmpty else { return [:] }
        var modules = Set<String>()
        for case .moduleIndex(let folder) in documents.lazy.map(\.file.key.place) { modules.insert(folder) }
        let concerned = modules.count <= OutlineScope.mostModules ? modules : Set(changed.compactMap { documents[$0].file.key.folder })
        let wanted = documents.indices.filter { index in
            guard documents[index].prose.keyPoints === KeyPoints.unread, let folder = documents[index].file.key.folder else { return false }
            return concerned.contains(folder)
        }
        let read = try workers.map(wanted.count, state: { [configuration] in DocumentReader(ReadingSettings(configuration, theme: theme)) })
        {
            [files] reader, index throws(EnvironmentError) -> Document? in
            let document = documents[wanted[index]]
            guard let bytes = try files.contents(of: document.file.path) else { return nil }
            let read = reader.read(document.file, bytes, locale: document.locale).document
            return read?.prose.codes.isEmpty == true ? read : nil
        }
        let found = zip(wanted, read).compactMap { index, document in document.map { (index, $0) } }
        return found.count == wanted.count ? Dictionary(uniqueKeysWithValues: found) : nil
    }

    /// What is recorded of each page, as a document that was not read; `nil` for a page that was left out.
    /// - Returns: `nil` where the record cannot be understood.
    private func recordedPages() throws(EnvironmentError) -> [(document: Document, anchors: Anchors)?]? {
        let results = try Workers(count: workers.count).map(pageFiles.count, chunk: 256, state: {}) {
            [pages = last.pages, pageFiles] _, index throws(EnvironmentError) -> (isIntact: Bool, page: (Document, Anchors)?) in
            guard let encoded = pages[index].face else { return (true, nil) }
            guard let face = encoded.decoded() else { return (false, nil) }
            let (locale, file) = pageFiles[index]
            return (true, (Document(face, of: file, locale: locale), Anchors(ofHeadings: face.anchors, ofExercises: face.exercises)))
        }
        return results.allSatisfy(\.isIntact) ? results.map(\.page) : nil
    }

    private func render(_ texts: ShownTexts, of course: Course, _ theme: Theme) throws(EnvironmentError) -> [(
        path: OutputPath, bytes: [UInt8]
    )] {
        let renderer = try PageRenderer(course: course, theme: theme, publication: .site, workers: Workers(count: workers.count)) {
            edition in
            Set(texts.pages(of: edition).map(\.place.module))
        }
        return course.editions.flatMap { edition in
            texts.pages(of: edition).map { page in
                var bytes = [UInt8]()
                renderer.render(page, of: edition, into: &bytes)
                return (page.path, bytes)
            }
        }
    }
}

/// What has to be put into a site to make it current.
public struct SitePatch: Sendable {
    let outputs: [(path: OutputPath, bytes: [UInt8])]
    /// What the next build can start from.
    public let build: LastBuild
    /// Nobody asks for it: the patch keeps it, so that whoever ends the process after it need not wait until a large course is taken apart.
    private let course: Course?

    init(outputs: [(path: OutputPath, bytes: [UInt8])], build: LastBuild, course: Course?) {
        self.outputs = outputs
        self.build = build
        self.course = course
    }
}

extension ContentTree {
    /// All pages with the index of their locale, locale by locale, as a record lists them.
    var pageFiles: [(locale: Int, file: PageFile)] {
        locales.enumerated().flatMap { locale, tree in tree.pages.map { (locale, $0) } }
    }

    /// All other files, in the order of their paths.
    var fileRecords: [FileRecord] {
        locales.enumerated().flatMap { locale, tree in
            tree.files.sorted { $0.key < $1.key }.map { FileRecord(locale: locale, key: $0.key, stamp: $0.value) }
        }
    }
}

extension Document {
    /// A page that is not read again: what of it shows on others.
    fileprivate convenience init(_ face: PageFace, of file: PageFile, locale: Int) {
        var frontMatter = FrontMatter()
        let nowhere = SourcePosition(line: 1, column: 1)
        func located(_ text: String) -> Located<String> { Located(value: text, start: nowhere, end: nowhere) }
        frontMatter.title = located(face.title)
        frontMatter.summary = face.summary
        frontMatter.duration = face.duration
        frontMatter.order = face.order
        frontMatter.slug = face.slug.map(located)
        frontMatter.updated = face.updated
        frontMatter.omitsFallback = face.omitsFallback
        frontMatter.aliases = face.aliases.map(located)
        frontMatter.isOptional = face.isOptional
        frontMatter.label = face.label
        var prose = Prose()
        prose.minutes = face.minutesOfBlocks
        prose.keyPoints = face.keyPoints.map { _ in .unread }
        prose.headings = face.headingLevels.map { Heading(level: $0, text: "", typed: "", explicitID: nil, html: 0..<0, node: 0) }
        let terms = face.definitions.map(\.term)
        self.init(file: file, locale: locale, frontMatter: frontMatter, title: face.title, prose: prose, terms: terms)
    }
}
