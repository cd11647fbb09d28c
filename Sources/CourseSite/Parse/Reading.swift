import Diagnostics

/// All pages, read in parallel, each alone.
struct Reading: Sendable {
    private struct Source: Sendable {
        let file: PageFile
        let locale: Int
    }

    private let files: any ProjectFiles
    private let workers: Workers
    private let settings: ReadingSettings
    private let results: [DocumentReader.Result]

    init(tree: ContentTree, files: any ProjectFiles, settings: ReadingSettings, workers: Workers) throws(EnvironmentError) {
        let sources = tree.locales.enumerated().flatMap { locale, tree in tree.pages.map { Source(file: $0, locale: locale) } }
        results = try workers.map(sources.count, state: { DocumentReader(settings) }) {
            reader, index throws(EnvironmentError) in
            let source = sources[index]
            if source.file.stamp.size > DocumentReader.sizeLimit {
                return DocumentReader.Result(diagnostics: [
                    .tooLarge(source.file.path, size: source.file.stamp.size, limit: DocumentReader.sizeLimit)
                ])
            }
            guard let bytes = try files.contents(of: source.file.path) else {
                throw EnvironmentError("“\(source.file.path)” vanished while it was read")
            }
            return reader.read(source.file, bytes, locale: source.locale)
        }
        self.files = files
        self.workers = workers
        self.settings = settings
    }

    /// What each page holds, in the order in which the pages were discovered; `nil` for one that cannot be read.
    var contents: [Fingerprint?] { results.map(\.content) }

    /// What can be said of the files without knowing the course.
    var diagnostics: [Diagnostic] { results.flatMap(\.diagnostics) }

    /// The pages that the site is made of, and those that it has only with drafts: drafts, and the sessions of modules that are.
    func documents(includingDrafts: Bool) -> (documents: [Document], unpublished: [Document]) {
        let all = results.compactMap(\.document)
        let modules = all.filter(\.file.key.isModuleIndex)
        func folders(of documents: [Document], in locale: Int) -> Set<String> {
            Set(documents.filter { $0.locale == locale }.compactMap(\.file.key.folder))
        }
        let draftFolders = Set(modules.filter(\.frontMatter.isDraft).compactMap(\.file.key.folder))
        let published = modules.filter { !$0.frontMatter.isDraft }
        let publishedFolders = settings.locales.indices.map { folders(of: published, in: 0).union(folders(of: published, in: $0)) }
        /// A session without its module would be reached from nowhere.
        func isLeftOut(_ document: Document) -> Bool {
            if document.frontMatter.isDraft { return true }
            guard case .session(let folder) = document.file.key.place else { return false }
            return draftFolders.contains(folder) && !publishedFolders[document.locale].contains(folder)
        }
        let unpublished = all.filter(isLeftOut)
        return (includingDrafts || unpublished.isEmpty ? all : all.filter { !isLeftOut($0) }, unpublished)
    }

    /// Finds the places of all that is wrong in the pages; those are read once more.
    /// - Parameter resolved: what was found while the course was put together, by document.
    func locate(_ resolved: [[DocumentIssue]], of documents: [Document]) throws(EnvironmentError) -> [Diagnostic] {
        var issues = [SourcePath: [DocumentIssue]]()
        var pages = [SourcePath: Document]()
        for result in results {
            guard let document = result.document else { continue }
            pages[document.file.path] = document
            if !result.issues.isEmpty { issues[document.file.path, default: []] += result.issues }
        }
        for (document, found) in zip(documents, resolved) where !found.isEmpty { issues[document.file.path, default: []] += found }
        let concerned = issues.keys.sorted().compactMap { pages[$0] }
        return try workers.map(concerned.count, state: { DocumentReader(settings) }) {
            [issues] reader, index throws(EnvironmentError) in
            let document = concerned[index]
            let bytes = try files.contents(of: document.file.path) ?? []
            return reader.locate(issues[document.file.path] ?? [], in: document.file, bytes)
        }.flatMap(\.self)
    }
}
