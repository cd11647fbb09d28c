/// The whole course, resolved: what its texts are, which pages each locale has, and where every link leads.
///
/// It and what it is made of are values that never change, but classes: handing on a struct of twenty references counts twenty references, and pages are
/// handed on all the time.
final class Course: Sendable {
    let configuration: SiteConfiguration
    /// All texts, each once, however many locales show it.
    let texts: [PageText]
    /// One for each locale, in the order of `site.yml`.
    let editions: [Edition]
    /// How many pages the course has, whichever locales have them: page numbers are below it.
    let pageCount: Int
    /// Where each file of `content/` goes.
    let files: FileMap
    /// `nil` where the course has none.
    let glossary: Glossary?

    init(
        configuration: SiteConfiguration, texts: [PageText], editions: [Edition], pageCount: Int, files: FileMap, glossary: Glossary?
    ) {
        self.configuration = configuration
        self.texts = texts
        self.editions = editions
        self.pageCount = pageCount
        self.files = files
        self.glossary = glossary
    }
}

extension Course {
    /// The same course with other texts in the places of some. The glossary's is none of them.
    func replacing(_ changed: [Int: PageText]) -> Course {
        var texts = texts
        for (index, text) in changed { texts[index] = text }
        return Course(
            configuration: configuration, texts: texts, editions: editions, pageCount: pageCount, files: files, glossary: glossary)
    }
}

/// The text of a page in the language in which it was written.
final class PageText: Sendable {
    let document: Document
    let anchors: Anchors
    /// For each link of the prose.
    let links: [LinkTarget]
    /// For each image of the prose.
    let images: [LinkTarget]
    /// For each image of the prose, in CSS pixels; `nil` where its file does not say.
    let imageSizes: [ImageSize?]
    /// For each recording or video of the prose, by the locale's index.
    let captions: [[CaptionTrack]]
    /// For each download of the front matter; those that do not exist are left out.
    let downloads: [SuppliedDownload]
    let terms: TermLinks

    /// The files of `content/` that the text leads to, shows or plays; some more than once.
    var files: [ContentFile] {
        let targets = (links + images).compactMap { if case .file(let file, _) = $0 { file } else { nil } }
        return captions.isEmpty ? targets : targets + captions.joined().map(\.file)
    }

    init(
        document: Document, anchors: Anchors, links: [LinkTarget] = [], images: [LinkTarget] = [], imageSizes: [ImageSize?] = [],
        captions: [[CaptionTrack]] = [], downloads: [SuppliedDownload] = [], terms: TermLinks = .none
    ) {
        self.document = document
        self.anchors = anchors
        self.links = links
        self.images = images
        self.imageSizes = imageSizes
        self.captions = captions
        self.downloads = downloads
        self.terms = terms
    }
}

/// A file that an author offers for download.
struct SuppliedDownload: Sendable {
    let title: String
    let file: ContentFile
    /// In bytes.
    let size: Int
}

/// A page of the course, whatever the locale: its number among all pages.
struct PageNumber: Hashable, Sendable {
    let value: Int
}

/// The course in one locale.
final class Edition: Sendable {
    let index: Int
    let locale: Locale
    let home: PageNumber
    /// Pages of their own, in order.
    let standalone: [PageNumber]
    /// The page that lists all modules and sessions, where the course needs one.
    let outline: PageNumber?
    /// The page of all key points, where there are any.
    let keyPoints: PageNumber?
    let modules: [Module]
    let route: Route
    /// By page number; `nil` where this locale has no such page.
    let pages: [Page?]

    init(
        index: Int, locale: Locale, home: PageNumber, standalone: [PageNumber], outline: PageNumber?, keyPoints: PageNumber?,
        modules: [Module],
        route: Route, pages: [Page?]
    ) {
        self.index = index
        self.locale = locale
        self.home = home
        self.standalone = standalone
        self.outline = outline
        self.keyPoints = keyPoints
        self.modules = modules
        self.route = route
        self.pages = pages
    }

    func page(_ number: PageNumber) -> Page? {
        pages.indices.contains(number.value) ? pages[number.value] : nil
    }
}

/// A module of an edition.
struct Module: Sendable {
    /// The folder's name in `content/`.
    let folder: String
    let page: PageNumber
    /// In order.
    let sessions: [PageNumber]
    /// The page of its sessions' key points, where there are any.
    var keyPoints: PageNumber?

    /// Its own page, its sessions, and the page of their key points: as they are read.
    var pages: [PageNumber] { [page] + sessions + (keyPoints.map { [$0] } ?? []) }
}

/// A page of an edition.
final class Page: Sendable {
    enum Place: Hashable, Sendable {
        case home
        case standalone
        case module(Int)
        /// Indices of the module and of the session in it.
        case session(module: Int, index: Int)
        /// All modules and sessions of a course that is too large to show them on every page.
        case outline
        /// What to keep of a module's sessions; of all modules, where it is `nil`.
        case keyPoints(module: Int?)
    }

    let number: PageNumber
    let isGlossary: Bool
    /// The index of the text that it shows.
    let text: Int
    /// Whether it shows the source's text because its own locale has none.
    let isFallback: Bool
    let path: OutputPath
    let permalink: Permalink
    let place: Place
    /// In minutes, with the activities and readings in its text; of a module, what those on its own page take. What the source's page says
    /// where the translation says nothing.
    let duration: Int
    let isOptional: Bool

    init(
        number: PageNumber, isGlossary: Bool, text: Int, isFallback: Bool, path: OutputPath, permalink: Permalink, place: Place,
        duration: Int, isOptional: Bool
    ) {
        self.number = number
        self.isGlossary = isGlossary
        self.text = text
        self.isFallback = isFallback
        self.path = path
        self.permalink = permalink
        self.place = place
        self.duration = duration
        self.isOptional = isOptional
    }
}

/// A file of `content/` that is no page.
struct ContentFile: Hashable, Sendable {
    /// The index of the locale in whose tree it lies.
    let locale: Int
    /// Relative to the locale's folder.
    let key: String
}

/// Where the files of `content/` lie in the site.
struct FileMap: Sendable {
    struct Entry: Sendable {
        let source: SourcePath
        let path: OutputPath
        let permalink: Permalink
        /// In bytes.
        let size: Int
    }

    private(set) var entries: [ContentFile: Entry] = [:]

    mutating func add(_ file: ContentFile, _ entry: Entry) {
        entries[file] = entry
    }

    subscript(file: ContentFile) -> Entry? { entries[file] }
}

/// Where a link leads.
enum LinkTarget: Sendable {
    /// As written: another site, a mail address.
    case external(String)
    /// A page in the reader's locale; where that has none, in the source's.
    case page(PageNumber, fragment: String?)
    /// A page of a certain locale, which the author named.
    case edition(PageNumber, locale: Int, fragment: String?)
    /// With what follows the path: `#page=2`.
    case file(ContentFile, suffix: String)
    /// A heading of the same page.
    case fragment(String)
    /// What cannot be reached; the reason was reported.
    case broken
}
