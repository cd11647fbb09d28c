/// What lies in `content/`, before any of it is read: for each locale its pages and its other files.
struct ContentTree: Sendable {
    /// In the order of `site.yml`.
    var locales: [LocaleTree]
}

/// The folder of one locale.
struct LocaleTree: Sendable {
    var pages: [PageFile] = []
    /// Images, documents and whatever else is not Markdown; by path in the locale's folder.
    var files: [String: FileStamp] = [:]
}

/// A Markdown file and the part it plays, which follows from where it lies.
struct PageFile: Sendable {
    /// Relative to the locale's folder: what the same page has in common in every locale.
    let key: PageKey
    let path: SourcePath
    let stamp: FileStamp
}

/// The path of a page's source relative to its locale's folder: `core/01-challenges.md`. The same key is the same page in every locale.
struct PageKey: Hashable, Comparable, Sendable {
    enum Place: Hashable, Sendable {
        case home
        /// A page of its own, such as the glossary.
        case standalone
        case moduleIndex(folder: String)
        case session(folder: String)
    }

    let string: String
    let place: Place

    /// `nil` where a page cannot lie at such a path: it is not Markdown, or lies too deep.
    init?(_ string: String) {
        let path = string.utf8
        guard string.hasSuffix(".md") else { return nil }
        if let slash = path.firstIndex(of: UInt8(ascii: "/")) {
            let name = path[path.index(after: slash)...]
            guard !name.contains(UInt8(ascii: "/")), slash > path.startIndex else { return nil }
            let folder = String(string[..<slash])
            place = name.elementsEqual("index.md".utf8) ? .moduleIndex(folder: folder) : .session(folder: folder)
        } else {
            place = string == "index.md" ? .home : .standalone
        }
        self.string = string
    }

    /// What stands for the source of a page that no author writes.
    static let generated = PageKey(generated: ())

    private init(generated: Void) {
        string = ""
        place = .standalone
    }

    var isModuleIndex: Bool {
        if case .moduleIndex = place { true } else { false }
    }

    /// The module's folder, for a module's page and its sessions.
    var folder: String? {
        switch place {
        case .home, .standalone: nil
        case .moduleIndex(let folder), .session(let folder): folder
        }
    }

    /// The file's name without `.md`.
    var stem: Substring {
        let start = string.utf8.lastIndex(of: UInt8(ascii: "/")).map { string.utf8.index(after: $0) } ?? string.startIndex
        return string[start...].dropLast(3)
    }

    static func < (a: PageKey, b: PageKey) -> Bool { a.string < b.string }

    static func == (a: PageKey, b: PageKey) -> Bool { a.string == b.string }

    /// The place follows from the path.
    func hash(into hasher: inout Hasher) { hasher.combine(string) }
}
