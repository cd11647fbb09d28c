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
    private let outlinePages: [OutlinePage]
    private let order: PageOrder

    init(configuration: SiteConfiguration, documents: [Document], keys: [PageKey], translations: [Translations], outlinePages: [OutlinePage]) {
        self.outlinePages = outlinePages
        self.configuration = configuration
        self.documents = documents
        self.keys = keys
        self.translations = translations
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
        let modules = inOrder(Array(modulePages.values)).compactMap { page in
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
        let outline = needsOutline ? outlinePages[index] : nil
        if let outline {
            let path = root.appending(outline.slug + ".html")
            pages.append(
                Page(
                    number: PageNumber(value: keys.count), isGlossary: false, text: documents.count + index, isFallback: false, path: path,
                    permalink: Permalink(path), place: .outline, duration: 0, isOptional: false))
        }
        return Edition(
            index: index, locale: configuration.locales[index], home: home, standalone: ordered,
            outline: outline.map { _ in PageNumber(value: keys.count) }, modules: modules, route: Route(modules), pages: pages)
    }

    /// The same answer in every locale, so that the language switch finds the page.
    private var needsOutline: Bool {
        !outlinePages.isEmpty && keys.count { if case .moduleIndex = $0.place { true } else { false } } > OutlineScope.mostModules
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
            case .standalone, .session, .outline: folder.appending((document.frontMatter.slug?.value ?? Slug.withoutOrder(document.file.key.stem)) + ".html")
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
