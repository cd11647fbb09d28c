public import Diagnostics

/// A site that is kept in memory while its sources change. What a change does not touch is neither read nor made again, so that its cost follows the change, not the course.
///
/// Not for several threads at once; the sites that it hands out are values and may go anywhere.
public final class LiveSite {
    /// What came of a change.
    public enum Update: Sendable {
        /// Nothing that shows.
        case nothing
        /// The text of these pages, and nothing else.
        case pages([OutputPath])
        /// Anything may be another.
        case everything
    }

    private let builder: SiteBuilder
    private var workpiece: SiteBuilder.Workpiece?
    /// The texts of the course, by the page that each is the source of.
    private var texts: [SourcePath: Int] = [:]
    /// The files that something is said about.
    private var troubled = Set<String>()

    /// The last one that could be made.
    public private(set) var site: Site?
    /// What is wrong now.
    public private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter builder: of the project.
    public init(_ builder: SiteBuilder) {
        self.builder = builder
    }

    /// Reads and makes everything. Where the project has errors, the last site stays.
    @discardableResult
    public func build() throws(EnvironmentError) -> Update {
        let (result, workpiece) = try builder.make()
        diagnostics = result.diagnostics
        troubled = Set(diagnostics.compactMap(\.location?.path))
        self.workpiece = workpiece
        if let made = result.site { site = made }
        texts = [:]
        for (index, document) in (workpiece?.resolver.documents ?? []).enumerated() { texts[document.file.path] = index }
        return .everything
    }

    /// Makes the site current.
    /// - Parameter changed: what was written, made, moved or removed since, relative to the project; more than that does no harm.
    public func update(after changed: some Sequence<String>) throws(EnvironmentError) -> Update {
        guard let workpiece, let site, let changes = try reread(changed, workpiece) else { return try build() }
        if changes.isEmpty { return .nothing }
        let documents = changes.mapValues { (document: $0.document, anchors: $0.anchors) }
        guard let new = try workpiece.resolver.texts(documents, in: workpiece.course) else { return try build() }
        var shown = ShownTexts()
        for (text, change) in changes { shown.insert(text, change) }
        let course = workpiece.course.replacing(new)
        let renderer = PageRenderer(workpiece.renderer, of: course)
        self.workpiece = SiteBuilder.Workpiece(
            configuration: workpiece.configuration, theme: workpiece.theme, resolver: workpiece.resolver, course: course, renderer: renderer)
        self.site = site.rendered(by: renderer)
        return .pages(course.editions.flatMap { shown.pages(of: $0).map(\.path) })
    }

    /// The pages that changed, by the index of the text, if all that changed are texts that show nowhere but on their own pages and those of key points.
    private func reread(_ changed: some Sequence<String>, _ workpiece: SiteBuilder.Workpiece) throws(EnvironmentError) -> [Int: DocumentReader.Change]? {
        guard workpiece.configuration.downloads.isEmpty else { return nil }
        let reader = DocumentReader(ReadingSettings(workpiece.configuration, theme: workpiece.theme))
        var changes = [Int: DocumentReader.Change]()
        for path in changed.map(SourcePath.init) {
            guard let index = texts[path], !troubled.contains(path.string), let bytes = try builder.files.contents(of: path) else { return nil }
            let old = workpiece.course.texts[index]
            let source = workpiece.resolver.source(of: index).map { workpiece.course.texts[$0] }
            guard
                let new = reader.reread(
                    old.document.file, bytes, locale: old.document.locale, face: PageFace(old.document, anchors: old.anchors),
                    wasDraft: old.document.frontMatter.isDraft, source: source.map { ($0.document.prose, $0.anchors) })
            else { return nil }
            changes[index] = new
        }
        return changes
    }
}
