public import Diagnostics

/// A site that is kept in memory while its sources change. What a change does not touch is neither read nor made again, so that its cost follows the change, not the course.
///
/// Not for several threads at once; the sites that it hands out are values and may go anywhere.
public final class LiveSite {
    /// What came of a change.
    public enum Update: Sendable {
        /// Nothing that shows.
        case nothing
        /// These pages, and the offline copies that hold them. Among them are those on which only the size of such a copy may be another.
        case pages([OutputPath])
        /// Anything may be another; where there are errors now, the site is the one from before.
        case everything
    }

    private let builder: SiteBuilder
    /// What the site was made from; `nil` where the last build found errors.
    private var workpiece: SiteBuilder.Workpiece?
    private var sources: KnownSources?
    /// The texts of the course, by the page that each is the source of.
    private var texts: [SourcePath: Int] = [:]
    /// The files that something is said about.
    private var troubled = Set<String>()
    /// Whether nobody knows what has changed since: nothing was built yet, or the last attempt failed half-way.
    private var isBehind = true
    private var table: TranslationTable?
    private var unpublished: [Document] = []

    /// The last one that could be made.
    public private(set) var site: Site?
    /// What is wrong now.
    public private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter builder: of the project.
    public init(_ builder: SiteBuilder) {
        self.builder = builder
    }

    /// Whether a file is one that no course has, such as an editor's backup; nobody need be told of what happens to it.
    /// - Parameter path: relative to the project.
    public static func ignores(_ path: String) -> Bool { KnownSources.ignores(SourcePath(path)) }

    /// Which pages the languages of `site` have; `nil` as long as there is none.
    public var translations: TranslationTable? {
        if table == nil, let site { table = TranslationTable(of: site.renderer.course, unpublished: unpublished) }
        return table
    }

    /// Reads and makes everything. Where the project has errors, the last site stays.
    /// - Throws: what is wrong with the machine. The last site stays, and the next update is a whole build.
    @discardableResult
    public func build() throws(EnvironmentError) -> Update {
        isBehind = true
        let (result, workpiece) = try builder.make()
        isBehind = false
        diagnostics = result.diagnostics
        troubled = Set(diagnostics.compactMap(\.location?.path))
        self.workpiece = workpiece
        sources = workpiece.map(KnownSources.init)
        texts = [:]
        for (index, document) in (workpiece?.resolver.documents ?? []).enumerated() { texts[document.file.path] = index }
        if let made = result.site {
            site = made
            table = nil
            unpublished = workpiece?.unpublished ?? []
        }
        return .everything
    }

    /// Makes the site current.
    /// - Parameter changed: what was written, made, moved or removed since, relative to the project; more than that does no harm.
    /// - Throws: what is wrong with the machine. The last site stays, and the next update is a whole build, whatever it is told.
    public func update(after changed: some Sequence<String>) throws(EnvironmentError) -> Update {
        guard !isBehind else { return try build() }
        isBehind = true
        let paths = Set(changed.map(Self.normalized))
        guard let workpiece, let site, let changes = try reread(paths, workpiece), let update = try update(site, workpiece, changes) else {
            if paths.allSatisfy({ $0.map(KnownSources.ignores) ?? false }) {
                isBehind = false
                return .nothing
            }
            return try build()
        }
        isBehind = false
        return update
    }

    /// - Returns: `nil` where everything has to be built.
    private func update(
        _ site: Site, _ workpiece: SiteBuilder.Workpiece, _ changes: [Int: DocumentReader.Change]
    ) throws(EnvironmentError) -> Update? {
        if changes.isEmpty { return .nothing }
        let documents = changes.mapValues { (document: $0.document, anchors: $0.anchors) }
        guard let new = try workpiece.resolver.texts(documents, in: workpiece.course) else { return nil }
        var shown = ShownTexts()
        for (text, change) in changes { shown.insert(text, change) }
        let course = workpiece.course.replacing(new)
        let renderer = PageRenderer(workpiece.renderer, of: course)
        let pages = course.editions.map(shown.pages)
        self.workpiece?.course = course
        self.workpiece?.renderer = renderer
        self.site = site.rendered(by: renderer, archives: site.archives?.replacing(course, changed: pages))
        let paths = zip(course.editions, pages).flatMap { edition, pages in
            (pages + (site.archives == nil ? [] : Self.pages(of: edition, offering: pages))).map(\.path)
        }
        return .pages(paths)
    }

    /// The pages that state the size of an offline copy with one of the pages in it, but for these themselves.
    private static func pages(of edition: Edition, offering pages: [Page]) -> [Page] {
        guard !pages.isEmpty else { return [] }
        let all = Set(pages.map(\.number))
        return ([edition.home] + edition.modules.map(\.page)).compactMap(edition.page).filter { page in
            let offered = all.contains(page.number) ? [] : Publication.offered(on: page, of: edition)
            return offered.contains { offer in pages.contains { offer.contains($0, edition: edition.index) } }
        }
    }

    /// The pages that changed, by the index of the text, if all that changed are texts that show nowhere but on their own pages and those of key points.
    private func reread(
        _ paths: Set<SourcePath?>, _ workpiece: SiteBuilder.Workpiece
    ) throws(EnvironmentError) -> [Int: DocumentReader.Change]? {
        guard let sources else { return nil }
        var settings: Fingerprint??
        var changed = [(path: SourcePath, bytes: [UInt8])]()
        for path in paths {
            guard let path else { return nil }
            let change = try sources.change(at: path, in: builder.files) { () throws(EnvironmentError) in
                if let settings { return settings }
                let now = try builder.settingsFingerprint()
                settings = now
                return now
            }
            switch change {
            case .nothing: continue
            case .everything: return nil
            case .page(let bytes): changed.append((path, bytes))
            }
        }
        let reader = DocumentReader(ReadingSettings(workpiece.configuration, theme: workpiece.theme))
        var changes = [Int: DocumentReader.Change]()
        for (path, bytes) in changed {
            guard let index = texts[path], !troubled.contains(path.string) else { return nil }
            let old = workpiece.course.texts[index]
            let source = workpiece.resolver.source(of: index).map { workpiece.course.texts[$0] }
            guard
                let new = reader.reread(
                    old.document.file, bytes, locale: old.document.locale, face: PageFace(old.document, anchors: old.anchors),
                    wasDraft: old.document.frontMatter.isDraft, source: source.map { ($0.document.prose, $0.anchors) })
            else { return nil }
            changes[index] = new
        }
        for (path, bytes) in changed { self.sources?.update(path, bytes) }
        return changes
    }

    /// - Returns: `nil` for a path of which it cannot be said what it is in the project.
    private static func normalized(_ path: String) -> SourcePath? {
        let names = path.split(separator: "/").filter { $0 != "." }
        return path.hasPrefix("/") || names.contains("..") ? nil : SourcePath(names.joined(separator: "/"))
    }
}
