/// Chooses, for one locale, which pages it has and which text each of them shows; and puts them in order.
struct EditionBuilder: Sendable {
    /// The texts of one page, by the locale's index; `nil` where a locale has none.
    typealias Translations = [Int?]

    let configuration: SiteConfiguration
    let documents: [Document]
    /// By page number.
    let keys: [PageKey]
    let translations: [Translations]
    /// By the locale's index. Their texts stand behind those of the documents.
    private let generated: [GeneratedPages]
    private let keyPoints: KeyPointsPages
    /// The same answer in every locale, so that the language switch finds the page.
    private let needsOutline: Bool
    private let order: PageOrder

    init(
        configuration: SiteConfiguration, documents: [Document], keys: [PageKey], translations: [Translations], generated: [GeneratedPages]
    ) {
        self.generated = generated
        self.configuration = configuration
        self.documents = documents
        self.keys = keys
        self.translations = translations
        needsOutline = !generated.isEmpty && keys.count(where: \.isModuleIndex) > OutlineScope.mostModules
        keyPoints = KeyPointsPages(generated.isEmpty ? [] : documents, keys: keys, from: keys.count + (needsOutline ? 1 : 0))
        order = PageOrder(documents: documents, keys: keys, translations: translations)
    }

    /// - Returns: `nil` where the locale has no home page, not even the source's.
    func edition(_ index: Int) -> Edition? {
        let ownFolders = Set(keys.indices.lazy.filter { translations[$0][index] != nil }.compactMap { keys[$0].folder })
        let chosen = keys.indices.map { choose(page: $0, locale: index, ownFolders: ownFolders) }
        var home: PageNumber?
        var standalone = [Int]()
        var modulePages = [String: Int]()
        var sessions = [String: [Int]]()
        for page in keys.indices where chosen[page] != nil {
            switch keys[page].place {
            case .home: home = PageNumber(value: page)
            case .standalone: standalone.append(page)
            case .moduleIndex(let folder): modulePages[folder] = page
            case .session(let folder): sessions[folder, default: []].append(page)
            }
        }
        guard let home else { return nil }

        let ranks = order.ranks(in: index)
        let inOrder = { (pages: [Int]) in pages.sorted { ranks[$0] < ranks[$1] } }
        var modules = inOrder(Array(modulePages.values)).compactMap { page in
            keys[page].folder.map { folder in
                Module(
                    folder: folder, page: PageNumber(value: page),
                    sessions: inOrder(sessions[folder] ?? []).map(PageNumber.init))
            }
        }
        let ordered = inOrder(standalone).map(PageNumber.init)
        var pages = [Page?](repeating: nil, count: keys.count)
        func add(_ number: PageNumber, _ place: Page.Place, in folder: OutputPath) {
            guard let text = chosen[number.value] else { return }
            pages[number.value] = page(number, text: text, locale: index, place: place, in: folder)
        }
        let root = OutputPath(configuration.locales[index].code)
        add(home, .home, in: root)
        for number in ordered { add(number, .standalone, in: root) }
        for (position, module) in modules.enumerated() {
            guard let text = chosen[module.page.value] else { continue }
            let folder = root.appending(documents[text].frontMatter.slug?.value ?? Slug.withoutOrder(module.folder))
            add(module.page, .module(position), in: folder)
            for (sessionPosition, session) in module.sessions.enumerated() {
                add(session, .session(module: position, index: sessionPosition), in: folder)
            }
        }
        var outline: PageNumber?
        if needsOutline {
            let number = PageNumber(value: pages.count)
            let text = documents.count + generated.outline(index)
            pages.append(generatedPage(number, .outline, text: text, at: root.appending(generated[index].outline.slug + ".html")))
            outline = number
        }
        let ofCourse = addKeyPoints(to: &modules, &pages, locale: index)
        return Edition(
            index: index, locale: configuration.locales[index], home: home, standalone: ordered, outline: outline, keyPoints: ofCourse,
            modules: modules, route: Route(modules, keyPoints: ofCourse), pages: pages)
    }

    /// The pages of what to keep of each module and of the course.
    /// - Returns: that of the course; `nil` where the locale shows no key points.
    private func addKeyPoints(to modules: inout [Module], _ pages: inout [Page?], locale: Int) -> PageNumber? {
        guard let ofCourse = keyPoints.ofCourse else { return nil }
        pages += Array(repeating: nil, count: keyPoints.count)
        let name = generated[locale].keyPoints.slug + ".html"
        /// What shows nothing but the source's texts is the source's page.
        func add(_ number: PageNumber, _ place: Page.Place, in folder: OutputPath, of sessions: [Page]) {
            let isFallback = sessions.allSatisfy(\.isFallback)
            let text = documents.count + generated.keyPoints(isFallback ? 0 : locale)
            pages[number.value] = generatedPage(number, place, text: text, isFallback: isFallback, at: folder.appending(name))
        }
        var all = [Page]()
        for index in modules.indices {
            let sessions = modules[index].sessions.compactMap { pages[$0.value] }.filter { documents[$0.text].hasKeyPoints }
            guard let number = keyPoints.page(ofModule: modules[index].page), let modulePage = pages[modules[index].page.value],
                !sessions.isEmpty
            else { continue }
            let folder = modulePage.path.folder
            modules[index].keyPoints = number
            add(number, .keyPoints(module: index), in: folder, of: sessions)
            all += sessions
        }
        guard !all.isEmpty else { return nil }
        add(ofCourse, .keyPoints(module: nil), in: OutputPath(configuration.locales[locale].code), of: all)
        return ofCourse
    }

    private func generatedPage(_ number: PageNumber, _ place: Page.Place, text: Int, isFallback: Bool = false, at path: OutputPath) -> Page
    {
        Page(
            number: number, isGlossary: false, text: text, isFallback: isFallback, path: path, permalink: Permalink(path), place: place,
            duration: 0,
            isOptional: false)
    }

    /// A locale's own text, else the source's, unless its author wants it left out where it is not translated. A module's page is
    /// needed as long as the locale has a session of its own in it.
    private func choose(page: Int, locale: Int, ownFolders: Set<String>) -> Int? {
        if let own = translations[page][locale] { return own }
        guard let source = translations[page][0] else { return nil }
        if case .moduleIndex(let folder) = keys[page].place, ownFolders.contains(folder) { return source }
        return documents[source].frontMatter.omitsFallback ? nil : source
    }

    private func page(_ number: PageNumber, text: Int, locale: Int, place: Page.Place, in folder: OutputPath) -> Page {
        let document = documents[text]
        let original = translations[number.value][0].map { documents[$0] }
        let source = original?.frontMatter
        let ofBlocks = document.prose.minutes > 0 ? document.prose.minutes : original?.prose.minutes ?? 0
        let path =
            switch place {
            case .home, .module: folder.appending("index.html")
            case .standalone, .session, .outline, .keyPoints:
                folder.appending((document.frontMatter.slug?.value ?? Slug.withoutOrder(document.file.key.stem)) + ".html")
            }
        // Of a module, its sessions say how long they take.
        let isModule = if case .module = place { true } else { false }
        return Page(
            number: number, isGlossary: keys[number.value].isGlossary, text: text, isFallback: document.locale != locale, path: path,
            permalink: Permalink(path), place: place,
            duration: ofBlocks + (isModule ? 0 : document.frontMatter.duration ?? source?.duration ?? 0),
            isOptional: document.frontMatter.isOptional ?? source?.isOptional ?? false)
    }
}
