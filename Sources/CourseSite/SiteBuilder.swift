public import Diagnostics

/// The whole pipeline: discover, parse, resolve, render, bundle. What comes out is a value; nothing is written here.
public struct SiteBuilder: Sendable {
    /// What a build is asked for beyond what the project says.
    public struct Options: Sendable {
        /// Whether pages marked as drafts are part of the site.
        public var includesDrafts = false
        /// Whether offline copies are made when they are asked for, and not with the site.
        public var defersArchives = false
        /// How many threads at most.
        public var jobs = 1
        /// Runs highlight, where `site.yml` wants code highlighted; all code stays plain where there is none.
        public var runner: ProgramRunner?

        /// One thread, without drafts.
        public init() {}
    }

    /// What a stage is doing, for people who wait.
    public enum Stage: String, Sendable {
        case reading, linking, packing, writing
    }

    /// Told how far a stage is; from any thread.
    public typealias Progress = @Sendable (_ stage: Stage, _ done: Int, _ total: Int) -> Void

    /// What came out of a build.
    public struct Result: Sendable {
        /// `nil` where the content has errors: a broken site is no site.
        public var site: Site?
        /// In reading order.
        public var diagnostics: [Diagnostic] = []
        /// What the next build can start from; `nil` where there is something to be told again.
        public var build: LastBuild?
        /// Of all locales together, fallbacks included.
        public var pageCount = 0
        /// As `site.yml` lists them.
        public var localeCount = 0
    }

    let files: any ProjectFiles
    private let options: Options
    private let progress: Progress

    /// - Parameter project: the folder that holds `site.yml`.
    public init(project: String, options: Options, progress: @escaping Progress = { _, _, _ in }) throws(EnvironmentError) {
        self.init(files: try DiskFiles(root: project), options: options, progress: progress)
    }

    init(files: any ProjectFiles, options: Options = Options(), progress: @escaping Progress = { _, _, _ in }) {
        self.files = files
        self.options = options
        self.progress = progress
    }

    /// What a site was made from, for who goes on with it.
    struct Workpiece {
        let configuration: SiteConfiguration
        let theme: Theme
        let resolver: CourseResolver
        let tree: ContentTree
        /// Of the pages of the tree, in its order.
        let contents: [Fingerprint?]
        /// Before anything was read.
        let startedAt: Int64
        /// Stands for all that decides about the site beside `content/`.
        let settings: Fingerprint
        /// What a build without drafts leaves out, whether this one does or not.
        let unpublished: [Document]
        var course: Course
        var renderer: PageRenderer
    }

    /// Builds the site. Everything that is wrong in the project is in the result, found in one go.
    public func build() throws(EnvironmentError) -> Result {
        try make().result
    }

    /// The same, and all that a reviewer would say: takes longer, as pages are read a second time, and each is made and weighed.
    /// - Parameter runner: runs lychee, which asks the servers of outside links; nobody asks where there is none.
    public func check(askingBy runner: ProgramRunner? = nil) throws(EnvironmentError) -> Result {
        try make(reviews: true, askingBy: runner).result
    }

    /// Builds the site, and hands over what it was made from.
    func make(
        reviews: Bool = false, askingBy runner: ProgramRunner? = nil
    ) throws(EnvironmentError) -> (result: Result, workpiece: Workpiece?) {
        let startedAt = BuildClock.now()
        var diagnostics = [Diagnostic]()
        guard let settings = try settings(&diagnostics) else { return (Result(diagnostics: diagnostics.inReadingOrder()), nil) }
        let configuration = settings.configuration
        let theme = try settings.theme.flatMap { folder throws(EnvironmentError) in try compile(folder, configuration, &diagnostics) }
        var discovery = ContentDiscovery(files: files, workers: Workers(count: options.jobs))
        let tree = try discovery.discover(configuration.locales)
        diagnostics += discovery.diagnostics

        // Without a theme there are no pages to be made, but all that is wrong with the content can still be told.
        let reading = try Reading(
            tree: tree, files: files, settings: ReadingSettings(configuration, theme: theme), workers: workers(.reading))
        diagnostics += reading.diagnostics
        let (plain, unpublished) = reading.documents(includingDrafts: options.includesDrafts)
        let highlighting = try settings.highlighter.map { highlighter throws(EnvironmentError) in
            try CourseHighlighting(plain, by: highlighter, workers: Workers(count: options.jobs))
        }
        let documents = highlighting?.documents ?? plain
        let resolver = CourseResolver(
            configuration: configuration, tree: tree, documents: documents,
            drafts: options.includesDrafts ? [] : Set(unpublished.map(\.file.key)),
            generated: theme.map { $0.locales.map(\.generatedPages) } ?? [], media: MediaShelf(files: files), workers: workers(.linking))
        let resolution = try resolver.resolve()
        diagnostics += resolution.diagnostics
        var issues = resolution.issues
        for (document, issue) in highlighting?.issues ?? [] { issues[document].append(issue) }
        if reviews, let course = resolution.course {
            for (document, issue) in GlossaryReview(course: course).issues { issues[document].append(issue) }
        }
        diagnostics += try reading.locate(issues, of: documents)
        if reviews || !diagnostics.isEmpty {
            let all = reading.documents(includingDrafts: true).documents
            var reviewer = Reviewer(files: files, configuration: configuration, documents: all, workers: workers(.reading))
            if reviews, let course = resolution.course {
                if let runner { reviewer.answers = try Lychee(run: runner).answers(for: ExternalLinks.addresses(in: course)) }
                diagnostics = try reviewer.review(diagnostics, of: course)
            } else {
                diagnostics = try reviewer.excuse(diagnostics)
            }
        }
        diagnostics = configuration.applySeverities(to: diagnostics).inReadingOrder()

        var result = Result(diagnostics: diagnostics, localeCount: configuration.locales.count)
        guard diagnostics.errorCount == 0, let course = resolution.course, let theme else { return (result, nil) }
        result.pageCount = course.editions.reduce(0) { $0 + $1.pages.count { $0 != nil } }
        let contents = reading.contents
        let record = BuildRecord(
            settings: settings.fingerprint, startedAt: startedAt, tree: tree, contents: contents, course: course,
            pageCount: result.pageCount)
        result.build = diagnostics.isEmpty ? record.map(LastBuild.init) : nil
        let (site, renderer) = try site(course, theme, identity: record?.site)
        result.site = site
        if reviews {
            let heavy = try HeavyPage(course: course, assets: theme.assets, site: site, workers: workers(.reading)).diagnostics()
            result.diagnostics = (diagnostics + configuration.applySeverities(to: heavy)).inReadingOrder()
            if result.diagnostics.errorCount > 0 { result.site = nil }
        }
        let workpiece = Workpiece(
            configuration: configuration, theme: theme, resolver: resolver, tree: tree, contents: contents, startedAt: startedAt,
            settings: settings.fingerprint, unpublished: unpublished, course: course, renderer: renderer)
        return (result, workpiece)
    }

    /// Makes the site of the last build current, where that takes less than all of it.
    /// - Returns: `nil` where everything has to be built.
    public func rebuild(after last: LastBuild) throws(EnvironmentError) -> SitePatch? {
        let startedAt = BuildClock.now()
        var diagnostics = [Diagnostic]()
        guard let settings = try settings(&diagnostics), let folder = settings.theme, diagnostics.isEmpty,
            settings.fingerprint == last.record.settings, last.record.program == BuildSettings.program
        else { return nil }
        var discovery = ContentDiscovery(files: files, workers: Workers(count: options.jobs))
        let tree = try discovery.discover(settings.configuration.locales)
        guard discovery.diagnostics.isEmpty,
            let rebuild = Rebuild(
                after: last.record, configuration: settings.configuration, tree: tree, files: files, workers: workers(.linking))
        else { return nil }
        return try rebuild.patch(startedAt: startedAt) { () throws(EnvironmentError) in
            var found = [Diagnostic]()
            return try compile(folder, settings.configuration, &found)
        }
    }

    /// What stands for `site.yml`, the theme and the options; `nil` where there is something to say about them.
    func settingsFingerprint() throws(EnvironmentError) -> Fingerprint? {
        var diagnostics = [Diagnostic]()
        let settings = try settings(&diagnostics)
        return diagnostics.isEmpty ? settings?.fingerprint : nil
    }

    /// What decides about the whole site.
    private struct Settings {
        let configuration: SiteConfiguration
        /// `nil` where there is no such theme.
        let theme: ThemeFolder?
        /// `nil` where code stays plain.
        let highlighter: Highlighter?
        let fingerprint: Fingerprint
    }

    private func settings(_ diagnostics: inout [Diagnostic]) throws(EnvironmentError) -> Settings? {
        guard let bytes = try files.contents(of: SiteConfigurationReader.path) else {
            diagnostics.append(.missingConfiguration)
            return nil
        }
        let (configuration, found) = SiteConfigurationReader.read(bytes)
        diagnostics += found
        guard let configuration else { return nil }
        var reader = ThemeReader(files: files)
        let theme = try reader.read(configuration.theme, namedAt: configuration.themeLocation)
        diagnostics += reader.diagnostics
        let runner = configuration.highlightsCode ? options.runner : nil
        let highlighter = try runner.map { runner throws(EnvironmentError) in try Highlighter(run: runner) }
        let fingerprint = BuildSettings.fingerprint(
            configuration: bytes, theme: theme, includesDrafts: options.includesDrafts, highlighter: highlighter?.version)
        return Settings(configuration: configuration, theme: theme, highlighter: highlighter, fingerprint: fingerprint)
    }

    private func compile(
        _ folder: ThemeFolder, _ configuration: SiteConfiguration, _ diagnostics: inout [Diagnostic]
    ) throws(EnvironmentError) -> Theme? {
        var compiler = ThemeCompiler(folder, highlightsCode: configuration.highlightsCode)
        let theme = try compiler.compile(for: configuration.locales, workers: Workers(count: options.jobs))
        diagnostics += compiler.diagnostics
        return theme
    }

    private func site(_ course: Course, _ theme: Theme, identity: Fingerprint?) throws(EnvironmentError) -> (Site, PageRenderer) {
        var outputs = RootPages(course: course, theme: theme).outputs() + Redirects(course: course, theme: theme).outputs()
        var archives: ArchiveShelf?
        if course.configuration.downloads.contains(.zip) {
            let publications = OfflineCopies.publications(of: course)
            let shelf = ArchiveShelf(OfflineCopies(course: course, theme: theme, files: files), workers: Workers(count: options.jobs))
            if !options.defersArchives { try shelf.make(publications, by: workers(.packing)) }
            outputs += publications.map { Site.Output(path: OfflineCopies.path(of: $0, in: course), content: .archive($0)) }
            archives = shelf
        }
        if let url = course.configuration.url { outputs += try Sitemap(course: course, url: url).outputs(Workers(count: options.jobs)) }
        outputs += theme.assets.map { Site.Output(path: $0.path, content: .bytes($0.bytes)) }
        outputs += course.files.entries.values.map { Site.Output(path: $0.path, content: .source($0.source)) }
        for edition in course.editions {
            outputs += edition.pages.compactMap { page in
                page.map { Site.Output(path: $0.path, content: .page($0.number, edition: edition.index)) }
            }
        }
        let renderer = try PageRenderer(
            course: course, theme: theme, publication: .site, offersArchives: archives != nil, workers: Workers(count: options.jobs))
        return (Site(outputs: outputs, identity: identity, renderer: renderer, archives: archives, files: files), renderer)
    }

    private func workers(_ stage: Stage) -> Workers {
        Workers(count: options.jobs) { [progress] done, total in progress(stage, done, total) }
    }
}

extension SiteConfiguration {
    /// The project's own severities; an error with which there is no site stays one.
    fileprivate func applySeverities(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !severities.isEmpty else { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.mayBeRelaxed else { return diagnostic }
            var diagnostic = diagnostic
            switch severities[diagnostic.code] {
            case .error?: diagnostic.severity = .error
            case .warning?: diagnostic.severity = .warning
            case .off?: return nil
            case nil: break
            }
            return diagnostic
        }
    }
}

extension Diagnostic {
    fileprivate static var missingConfiguration: Diagnostic {
        Diagnostic(
            .error, Rule.missingConfiguration, "there is no site.yml", at: SourceLocation(path: SiteConfigurationReader.path.string),
            help: "a project is a folder with site.yml, content/ and themes/; name it with --project")
    }
}
