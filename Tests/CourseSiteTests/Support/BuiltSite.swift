import Diagnostics
import Testing

@testable import CourseSite

/// A site built from files in memory, with the fixtures' plain theme, to look into.
struct BuiltSite {
    /// By path in the site.
    let files: [String: [UInt8]]

    /// - Parameters:
    ///   - content: by path in `content/`.
    ///   - settings: further lines of `site.yml`.
    init(
        _ content: [String: String], locales: [String] = ["fr", "en"], settings: String = "", drafts: Bool = false,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        var project = Dictionary(uniqueKeysWithValues: content.map { ("content/\($0.key)", $0.value) })
        for locale in locales { project["content/\(locale)/.keep"] = "" }
        let names = ["fr": "Français", "en": "English", "ar": "العربية"]
        project["site.yml"] = """
            name: course
            title: Course
            theme: plain
            locales: [\(locales.map { "{code: \($0), name: \(names[$0] ?? $0)}" }.joined(separator: ", "))]
            \(settings)
            """
        try self.init(
            OverlayFiles(upper: MemoryFiles(project), lower: Fixture.sharedFiles()), drafts: drafts, sourceLocation: sourceLocation)
    }

    init(
        _ project: any ProjectFiles, drafts: Bool = false, jobs: Int = 1, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        var options = SiteBuilder.Options()
        options.includesDrafts = drafts
        options.jobs = jobs
        let result = try SiteBuilder(files: project, options: options).build()
        let report = TerminalRenderer(colour: false).render(result.diagnostics)
        let site = try #require(result.site, "\(report)", sourceLocation: sourceLocation)
        let tree = MemoryTree()
        try SiteWriter(workers: Workers(count: jobs)).write(site, to: tree)
        files = Dictionary(uniqueKeysWithValues: tree.files.map { ($0.key.string, $0.value) })
    }

    /// All but the theme's assets and the marker.
    var paths: [String] { files.keys.filter { !$0.hasPrefix("assets/") && $0 != OutputFolder.marker }.sorted() }

    var pages: [(path: String, page: HTMLPage)] {
        paths.filter { $0.hasSuffix(".html") }.map { ($0, HTMLPage(text(of: $0))) }
    }

    func text(of path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> String {
        if files[path] == nil { Issue.record("there is no “\(path)”; there are \(paths)", sourceLocation: sourceLocation) }
        return String(decoding: files[path] ?? [], as: UTF8.self)
    }

    func page(_ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) -> HTMLPage {
        HTMLPage(text(of: path, sourceLocation: sourceLocation))
    }
}
