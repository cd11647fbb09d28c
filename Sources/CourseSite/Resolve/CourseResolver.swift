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
    let documents: [Document]
    private let drafts: Set<PageKey>
    private let keys: [PageKey]
    private let numbers: [String: PageNumber]
    private let workers: Workers
    private let media: MediaShelf
    private let generated: [GeneratedPages]
    private let translations: [EditionBuilder.Translations]

    /// - Parameters:
    ///   - documents: in any order; drafts are left out unless they are wanted.
    ///   - drafts: the pages that were left out in every locale.
    ///   - generated: how pages are called that no author writes, by the locale's index; none where there is no theme to say so.
    init(
        configuration: SiteConfiguration, tree: ContentTree, documents: [Document], drafts: Set<PageKey>, generated: [GeneratedPages],
        media: MediaShelf,
        workers: Workers
    ) {
        self.generated = generated
        self.media = media
        self.workers = workers
        self.configuration = configuration
        self.tree = tree
        self.documents = documents
        self.drafts = drafts
        var numbers = [String: PageNumber](minimumCapacity: documents.count)
        var keys = [PageKey]()
        var translations = [EditionBuilder.Translations]()
        let none = EditionBuilder.Translations(repeating: nil, count: configuration.locales.count)
        for (index, document) in documents.enumerated() {
            let key = document.file.key
            let number = numbers[key.string] ?? PageNumber(value: keys.count)
            if number.value == keys.count {
                numbers[key.string] = number
                keys.append(key)
                translations.append(none)
            }
            translations[number.value][document.locale] = index
        }
        self.keys = keys
        self.numbers = numbers
        self.translations = translations
    }

    func resolve() throws(EnvironmentError) -> Result {
        var result = Result(course: nil, issues: Array(repeating: [], count: documents.count), diagnostics: [])
        let editions = try editions()
        guard editions.count == configuration.locales.count else {
            if let diagnostic = missingHome() { result.diagnostics.append(diagnostic) }
            return result
        }

        let anchors = try anchors(&result.issues)
        checkExercises(anchors, &result.issues)
        let files = fileMap(editions)
        var addresses = AddressBook(documents: documents)
        if configuration.downloads.contains(.zip) {
            for edition in editions {
                addresses.reserve(OfflineCopies.paths(of: edition, course: configuration.name), for: "a download of the course")
            }
        }
        for edition in editions {
            for page in edition.pages { if let page, let name = page.place.generatedName { addresses.reserve([page.path], for: name) } }
            for page in edition.pages {
                if let page, !page.place.isGenerated { addresses.claim(page, of: edition.index, issues: &result.issues) }
            }
        }
        for (file, entry) in files.entries.sorted(by: { ($0.key.locale, $0.key.key) < ($1.key.locale, $1.key.key) }) {
            if let diagnostic = addresses.claim(entry, file) { result.diagnostics.append(diagnostic) }
        }
        for edition in editions {
            for page in edition.pages {
                if let page, !page.isFallback, !page.place.isGenerated {
                    addresses.claimAliases(of: page, in: edition.locale, issues: &result.issues)
                }
            }
        }
        result.diagnostics += addresses.filesInPlaceOfFolders()
        let texts = try texts(anchors: anchors, files: files, issues: &result.issues)
        // A drawing can run a program also where no page shows it: its address is enough.
        for entry in files.entries.values {
            if ImageFormat(named: entry.source.string) == .svg { _ = try media.size(of: entry.source) }
            if MediaType.of(entry.path) == "text/vtt" { try media.check(captions: entry.source) }
        }
        result.diagnostics += media.diagnostics
        for (index, document) in documents.enumerated() where document.file.key.isGlossary {
            result.issues[index] += GlossaryReview.duplicates(in: document)
        }
        let glossary = try numbers[PageKey.glossary].map { number throws(EnvironmentError) in
            try Glossary(whole: number, editions: editions, texts: texts, locales: configuration.locales)
        }
        result.course = course(editions, texts, files, glossary)
        return result
    }

    /// One for each locale that has a home page.
    private func editions() throws(EnvironmentError) -> [Edition] {
        let builder = EditionBuilder(
            configuration: configuration, documents: documents, keys: keys, translations: translations, generated: generated)
        return try Workers(count: workers.count).map(configuration.locales.count, chunk: 1, state: {}) {
            _, index throws(EnvironmentError) in
            builder.edition(index)
        }.compactMap(\.self)
    }

    /// Nothing where there is a home page that cannot be read, which was reported.
    private func missingHome() -> Diagnostic? {
        let home = tree.locales[0].pages.first { $0.key.place == .home }
        guard let home else { return .emptySite(source: configuration.locales[0].code) }
        return drafts.contains(home.key) ? .draftHome(at: home.path) : nil
    }

    /// By document.
    private func anchors(_ issues: inout [[DocumentIssue]]) throws(EnvironmentError) -> [Anchors] {
        let ofPages = try workers.map(translations.count, state: {}) { [documents, translations] _, page throws(EnvironmentError) in
            let source = translations[page][0].map { ($0, HeadingAnchors.resolve(documents[$0].prose, source: nil)) }
            let borrowed = source.map { (documents[$0].prose, $1.anchors) }
            let own = translations[page].dropFirst().compactMap(\.self).map {
                ($0, HeadingAnchors.resolve(documents[$0].prose, source: borrowed))
            }
            return (source.map { [$0] } ?? []) + own
        }
        var anchors = [Anchors](repeating: .none, count: documents.count)
        for (document, result) in ofPages.joined() {
            anchors[document] = result.anchors
            issues[document] += result.issues
        }
        return anchors
    }

    /// Page by page, so that the source's text has an id before its translations.
    private func checkExercises(_ anchors: [Anchors], _ issues: inout [[DocumentIssue]]) {
        var ids = ExerciseIDs()
        for (page, translations) in translations.enumerated() {
            for document in translations.compactMap(\.self) where !anchors[document].ofExercises.isEmpty {
                issues[document] += ids.claim(
                    documents[document].prose.exercises, anchors[document].ofExercises, of: PageNumber(value: page))
            }
        }
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
            for (key, stamp) in tree.locales[locale].files {
                var parts = key.split(separator: "/").map(String.init)
                if parts.count > 1, let slug = slugs[parts[0][...]] { parts[0] = slug }
                let path = OutputPath(edition.locale.code + "/" + parts.joined(separator: "/"))
                let source = ContentDiscovery.folder.appending(edition.locale.code).appending(key)
                map.add(
                    ContentFile(locale: locale, key: key),
                    FileMap.Entry(source: source, path: path, permalink: Permalink(path), size: stamp.size))
            }
        }
        return map
    }

    /// The course as far as some of its pages show it: the links of the others are not looked up. Nothing is checked but the pages themselves.
    /// - Parameters:
    ///   - pages: indices of documents that were read whole.
    ///   - anchors: by document.
    /// - Returns: `nil` where something is wrong with one of the pages.
    func course(showing pages: [Int], anchors: [Anchors]) throws(EnvironmentError) -> Course? {
        let editions = try editions()
        guard editions.count == configuration.locales.count else { return nil }
        let files = fileMap(editions)
        let targets = targets(anchors: anchors, files: files)
        var texts = documents.enumerated().map { PageText(document: $1, anchors: anchors[$0]) }
        for page in pages {
            let (text, issues) = try Self.text(documents[page], anchors: anchors[page], targets: targets, files: files, media: media)
            guard issues.isEmpty, media.diagnostics.isEmpty else { return nil }
            texts[page] = text
        }
        return course(editions, texts, files, numbers[PageKey.glossary].map { Glossary($0, editions: editions, texts: texts) })
    }

    /// Texts as they are now, in a course that is otherwise the one that was resolved.
    /// - Parameter documents: by the index of the text that each replaces.
    /// - Returns: `nil` where something is wrong in one of them.
    func texts(_ documents: [Int: (document: Document, anchors: Anchors)], in course: Course) throws(EnvironmentError) -> [Int: PageText]? {
        let targets = targets(anchors: course.texts.map(\.anchors), files: course.files)
        var texts = [Int: PageText]()
        for (index, (document, anchors)) in documents {
            let known = media.diagnostics.count
            let (text, issues) = try Self.text(document, anchors: anchors, targets: targets, files: course.files, media: media)
            guard issues.isEmpty, media.diagnostics.count == known else { return nil }
            texts[index] = text
        }
        return texts
    }

    /// The document from which the page of another was translated, as far as its place says; `nil` for the source itself.
    func source(of index: Int) -> Int? {
        let document = documents[index]
        guard document.locale != 0, let number = numbers[document.file.key.string] else { return nil }
        return translations[number.value][0]
    }

    private func course(_ editions: [Edition], _ texts: [PageText], _ files: FileMap, _ glossary: Glossary?) -> Course {
        Course(
            configuration: configuration, texts: texts + generated.texts(), editions: editions, pageCount: editions[0].pages.count,
            files: files,
            glossary: glossary)
    }

    private static func text(
        _ document: Document, anchors: Anchors, targets: LinkResolver.Targets, files: FileMap, media: MediaShelf
    ) throws(EnvironmentError) -> (text: PageText, issues: [DocumentIssue]) {
        var resolver = LinkResolver(targets: targets, document: document, anchors: anchors)
        let links = document.prose.links.map { resolver.resolve($0) }
        let images = document.prose.images.map { resolver.resolve(image: $0) }
        var sizes = [ImageSize?]()
        let played = document.prose.players.isEmpty ? [] : Set(document.prose.players.map(\.image))
        for (index, image) in images.enumerated() {
            guard case .file(let file, _) = image, let entry = files[file], !played.contains(index) else {
                sizes.append(nil)
                continue
            }
            sizes.append(try media.size(of: entry.source))
        }
        let captions = try document.prose.players.map { player throws(EnvironmentError) in
            try Self.captions(of: images[player.image], shownIn: document.locale, targets: targets, files: files, media: media)
        }
        let downloads = document.frontMatter.downloads.compactMap { download -> SuppliedDownload? in
            guard let file = resolver.resolve(download: download), let entry = files[file] else { return nil }
            return SuppliedDownload(title: download.title, file: file, size: entry.size)
        }
        let terms = document.file.key.isGlossary ? .none : TermLinks(in: document.prose, links, glossary: targets.numbers[PageKey.glossary])
        let text = PageText(
            document: document, anchors: anchors, links: links, images: images, imageSizes: sizes, captions: captions, downloads: downloads,
            terms: terms)
        return (text, resolver.issues)
    }

    private static func captions(
        of target: LinkTarget, shownIn locale: Int, targets: LinkResolver.Targets, files: FileMap, media: MediaShelf
    ) throws(EnvironmentError) -> [CaptionTrack] {
        guard case .file(let played, _) = target else { return [] }
        let locales = targets.locales.map { String(decoding: $0, as: UTF8.self) }
        let found = CaptionFiles(locales: locales) { files[$0] != nil }.captions(of: played, shownIn: locale)
        return try found.map { language, file throws(EnvironmentError) in
            let transcript = try files[file].map { entry throws(EnvironmentError) in try media.transcript(of: entry.source) } ?? []
            return CaptionTrack(locale: language, file: file, isOriginal: language == played.locale, transcript: transcript)
        }
    }

    private func texts(anchors: [Anchors], files: FileMap, issues: inout [[DocumentIssue]]) throws(EnvironmentError) -> [PageText] {
        let targets = targets(anchors: anchors, files: files)
        let resolved = try workers.map(documents.count, state: {}) { [documents, media] _, index throws(EnvironmentError) in
            try Self.text(documents[index], anchors: anchors[index], targets: targets, files: files, media: media)
        }
        for index in resolved.indices { issues[index] += resolved[index].issues }
        return resolved.map(\.text)
    }

    private func targets(anchors: [Anchors], files: FileMap) -> LinkResolver.Targets {
        LinkResolver.Targets(
            locales: configuration.locales.map { Array($0.code.utf8) }, numbers: numbers,
            hasText: { [translations] number, locale in translations[number.value][locale] != nil },
            hasFile: { files[$0] != nil },
            anchors: { [translations] number, locale in
                let shown = translations[number.value][locale] ?? translations[number.value][0]
                return shown.map { anchors[$0] } ?? .none
            },
            drafts: Set(drafts.map(\.string)),
            names: tree.locales.map { [keys, tree] locale in
                NamesInLocale { keys.map(\.string) + Set(locale.files.keys).union(tree.locales[0].files.keys).sorted() }
            })
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
