import Diagnostics

/// Joins what was read file by file into one course: which page each locale has, where it lies, where its links lead.
struct CourseResolver {
    struct Result {
        /// `nil` where there is nothing to build.
        var course: Course?
        /// By document.
        var issues: [[DocumentIssue]]
        var diagnostics: [Diagnostic]
    }

    private let configuration: SiteConfiguration
    private let tree: ContentTree
    private let documents: [Document]
    private let drafts: Set<PageKey>
    private let keys: [PageKey]
    private let numbers: [PageKey: PageNumber]
    private let translations: [EditionBuilder.Translations]

    /// - Parameters:
    ///   - documents: in any order; drafts are left out unless they are wanted.
    ///   - drafts: the pages that were left out in every locale.
    init(configuration: SiteConfiguration, tree: ContentTree, documents: [Document], drafts: Set<PageKey>) {
        self.configuration = configuration
        self.tree = tree
        self.documents = documents
        self.drafts = drafts
        var numbers = [PageKey: PageNumber](minimumCapacity: documents.count)
        var keys = [PageKey]()
        var translations = [EditionBuilder.Translations]()
        let none = EditionBuilder.Translations(repeating: nil, count: configuration.locales.count)
        for (index, document) in documents.enumerated() {
            let key = document.file.key
            let number = numbers[key] ?? PageNumber(value: keys.count)
            if number.value == keys.count {
                numbers[key] = number
                keys.append(key)
                translations.append(none)
            }
            translations[number.value][document.locale] = index
        }
        self.keys = keys
        self.numbers = numbers
        self.translations = translations
    }

    func resolve() -> Result {
        var result = Result(course: nil, issues: Array(repeating: [], count: documents.count), diagnostics: [])
        let builder = EditionBuilder(configuration: configuration, documents: documents, keys: keys, translations: translations)
        let editions = configuration.locales.indices.compactMap(builder.edition)
        guard editions.count == configuration.locales.count else {
            if let diagnostic = missingHome() { result.diagnostics.append(diagnostic) }
            return result
        }

        let anchors = anchors(&result.issues)
        let files = fileMap(editions)
        var addresses = AddressBook(documents: documents)
        if configuration.downloads.contains(.zip) {
            for edition in editions {
                addresses.reserve(OfflineCopies.paths(of: edition, course: configuration.name), for: "a download of the course")
            }
        }
        for edition in editions {
            for page in edition.pages { if let page { addresses.claim(page, of: edition.index, issues: &result.issues) } }
        }
        for (file, entry) in files.entries.sorted(by: { ($0.key.locale, $0.key.key) < ($1.key.locale, $1.key.key) }) {
            if let diagnostic = addresses.claim(entry, file) { result.diagnostics.append(diagnostic) }
        }
        for edition in editions {
            for page in edition.pages { if let page, !page.isFallback { addresses.claimAliases(of: page, in: edition.locale, issues: &result.issues) } }
        }
        result.diagnostics += addresses.filesInPlaceOfFolders()
        let texts = texts(anchors: anchors, files: files, issues: &result.issues)
        result.course = Course(configuration: configuration, texts: texts, editions: editions, pageCount: keys.count, files: files)
        return result
    }

    /// Nothing where there is a home page that cannot be read, which was reported.
    private func missingHome() -> Diagnostic? {
        let home = tree.locales[0].pages.first { $0.key.place == .home }
        guard let home else { return .emptySite(source: configuration.locales[0].code) }
        return drafts.contains(home.key) ? .draftHome(at: home.path) : nil
    }

    /// By document.
    private func anchors(_ issues: inout [[DocumentIssue]]) -> [[String]] {
        var anchors = [[String]](repeating: [], count: documents.count)
        func resolve(_ index: Int, source: Int?) {
            let borrowed = source.map { (documents[$0].prose.headings, anchors[$0]) }
            let result = HeadingAnchors.resolve(documents[index].prose.headings, source: borrowed)
            anchors[index] = result.anchors
            issues[index] += result.issues
        }
        for page in translations {
            if let source = page[0] { resolve(source, source: nil) }
            for translation in page.dropFirst() { if let translation { resolve(translation, source: page[0]) } }
        }
        return anchors
    }

    /// Every file of `content/`, in its locale's folder, a module's under the module's address.
    private func fileMap(_ editions: [Edition]) -> FileMap {
        var map = FileMap()
        for (locale, edition) in editions.enumerated() {
            var slugs = [Substring: String]()
            for module in edition.modules {
                guard let page = edition.page(module.page) else { continue }
                slugs[module.folder[...]] = page.path.string.split(separator: "/").dropFirst().first.map(String.init)
            }
            for (key, size) in tree.locales[locale].files {
                var parts = key.split(separator: "/").map(String.init)
                if parts.count > 1, let slug = slugs[parts[0][...]] { parts[0] = slug }
                let path = OutputPath(edition.locale.code + "/" + parts.joined(separator: "/"))
                let source = ContentDiscovery.folder.appending(edition.locale.code).appending(key)
                map.add(
                    ContentFile(locale: locale, key: key),
                    FileMap.Entry(source: source, path: path, permalink: Permalink(path), size: size))
            }
        }
        return map
    }

    private func texts(anchors: [[String]], files: FileMap, issues: inout [[DocumentIssue]]) -> [PageText] {
        func shown(_ number: PageNumber, in locale: Int) -> Int? {
            translations[number.value][locale] ?? translations[number.value][0]
        }
        let targets = LinkResolver.Targets(
            locales: configuration.locales, numbers: numbers,
            hasText: { number, locale in translations[number.value][locale] != nil },
            hasFile: { files[$0] != nil },
            anchors: { number, locale in shown(number, in: locale).map { anchors[$0] } ?? [] },
            drafts: drafts,
            names: { locale in keys.map(\.string) + Set(tree.locales[locale].files.keys).union(tree.locales[0].files.keys).sorted() })
        var texts = [PageText]()
        texts.reserveCapacity(documents.count)
        for (index, document) in documents.enumerated() {
            var resolver = LinkResolver(targets: targets, document: document, anchors: anchors[index])
            let links = document.prose.links.map { resolver.resolve($0) }
            let images = document.prose.images.map { resolver.resolve(image: $0) }
            let downloads = document.frontMatter.downloads.compactMap { download -> SuppliedDownload? in
                guard let file = resolver.resolve(download: download), let entry = files[file] else { return nil }
                return SuppliedDownload(title: download.title, file: file, size: entry.size)
            }
            issues[index] += resolver.issues
            texts.append(PageText(document: document, anchors: anchors[index], links: links, images: images, downloads: downloads))
        }
        return texts
    }
}

extension Diagnostic {
    fileprivate static func emptySite(source: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.emptySite, "the course has no home page", at: SourceLocation(path: "content/\(source)/index.md"),
            help: "write the page; a course begins with it")
    }

    fileprivate static func draftHome(at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.emptySite, "the course has no home page: it is a draft", at: SourceLocation(path: path.string),
            help: "take “draft: true” out of its front matter; --drafts builds with drafts")
    }
}
