/// What lies in `content/`, before any of it is read: for each locale its pages and its other files.
struct ContentTree: Sendable {
    /// In the order of `site.yml`.
    var locales: [LocaleTree]
}

/// The folder of one locale.
struct LocaleTree: Sendable {
    var pages: [PageFile] = []
    /// Images, documents and whatever else is not Markdown; keys relative to the locale's folder, sizes in bytes.
    var files: [String: Int] = [:]
}

/// A Markdown file and the part it plays, which follows from where it lies.
struct PageFile: Sendable {
    /// Relative to the locale's folder: what the same page has in common in every locale.
    let key: PageKey
    let path: SourcePath
    /// In bytes.
    let size: Int
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
        let parts = string.split(separator: "/", omittingEmptySubsequences: false)
        guard string.hasSuffix(".md"), let name = parts.last else { return nil }
        switch parts.count {
        case 1: place = name == "index.md" ? .home : .standalone
        case 2:
            let folder = String(parts[0])
            place = name == "index.md" ? .moduleIndex(folder: folder) : .session(folder: folder)
        default: return nil
        }
        self.string = string
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
        (string.split(separator: "/").last ?? "").dropLast(3)
    }

    static func < (a: PageKey, b: PageKey) -> Bool { a.string < b.string }
}
