/// The whole course, resolved: what its texts are, which pages each locale has, and where every link leads.
struct Course: Sendable {
    let configuration: SiteConfiguration
    /// All texts, each once, however many locales show it.
    let texts: [PageText]
    /// One for each locale, in the order of `site.yml`.
    let editions: [Edition]
    /// How many pages the course has, whichever locales have them: page numbers are below it.
    let pageCount: Int
    /// Where each file of `content/` goes.
    let files: FileMap
}

/// The text of a page in the language in which it was written.
struct PageText: Sendable {
    let document: Document
    /// For each heading of the prose.
    let anchors: [String]
    /// For each link of the prose.
    let links: [LinkTarget]
    /// For each image of the prose.
    let images: [LinkTarget]
    /// For each download of the front matter; those that do not exist are left out.
    let downloads: [SuppliedDownload]
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
struct Edition: Sendable {
    let index: Int
    let locale: Locale
    let home: PageNumber
    /// Pages of their own, in order.
    let standalone: [PageNumber]
    let modules: [Module]
    let route: Route
    /// By page number; `nil` where this locale has no such page.
    let pages: [Page?]

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
}

/// A page of an edition.
struct Page: Sendable {
    enum Place: Hashable, Sendable {
        case home
        case standalone
        case module(Int)
        /// Indices of the module and of the session in it.
        case session(module: Int, index: Int)
    }

    let number: PageNumber
    let key: PageKey
    /// The index of the text that it shows.
    let text: Int
    /// Whether it shows the source's text because its own locale has none.
    let isFallback: Bool
    let path: OutputPath
    let permalink: Permalink
    let place: Place
    /// What the source's page says where the translation says nothing.
    let duration: Int?
    let isOptional: Bool
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
