import Diagnostics

/// Walks `content/` through the file system's reading half and sorts what lies there into pages and files.
struct ContentDiscovery {
    static let folder = SourcePath("content")
    /// Folders inside a media folder; more is a mistake or an attack.
    private static let deepest = 32

    private let files: any ProjectFiles
    private let workers: Workers
    private(set) var diagnostics: [Diagnostic] = []

    init(files: any ProjectFiles, workers: Workers) {
        self.files = files
        self.workers = workers
    }

    mutating func discover(_ locales: [Locale]) throws(EnvironmentError) -> ContentTree {
        let folders = try entries(of: Self.folder)
        for entry in folders where entry.kind == .folder {
            guard let name = entry.name, !locales.contains(where: { $0.code == name }) else { continue }
            diagnostics.append(.unlistedLocale(name, at: Self.folder.appending(name), known: locales.map(\.code)))
        }
        let found = try workers.map(locales.count, chunk: 1, state: {}) { [files, workers] _, index throws(EnvironmentError) in
            let path = Self.folder.appending(locales[index].code)
            var discovery = ContentDiscovery(files: files, workers: workers)
            guard folders.contains(where: { $0.name == locales[index].code && $0.kind == .folder }) else {
                discovery.diagnostics.append(.missingLocaleFolder(locales[index].code, at: path))
                return (tree: LocaleTree(), diagnostics: discovery.diagnostics)
            }
            return (tree: try discovery.walk(path), diagnostics: discovery.diagnostics)
        }
        diagnostics += found.flatMap(\.diagnostics)
        let tree = ContentTree(locales: found.map(\.tree))
        checkModules(tree)
        return tree
    }

    private mutating func walk(_ root: SourcePath) throws(EnvironmentError) -> LocaleTree {
        var tree = LocaleTree()
        var folders = [""]
        while let folder = folders.popLast() {
            for entry in try entries(of: folder.isEmpty ? root : root.appending(folder)) {
                guard let name = entry.name else { continue }
                let relative = joined(folder, name)
                switch entry.kind {
                case .folder where relative.utf8.count(where: { $0 == UInt8(ascii: "/") }) >= Self.deepest:
                    diagnostics.append(.folderTooDeep(at: root.appending(relative), limit: Self.deepest))
                case .folder:
                    folders.append(relative)
                case .file(let stamp) where !name.hasSuffix(".md"):
                    tree.files[relative] = stamp
                case .file(let stamp):
                    if let key = PageKey(relative) {
                        tree.pages.append(PageFile(key: key, path: root.appending(relative), stamp: stamp))
                    } else {
                        diagnostics.append(.nestedPage(at: root.appending(relative)))
                    }
                case .strayLink, .special: continue
                }
            }
        }
        tree.pages.sort { $0.key < $1.key }
        return tree
    }

    /// Whether files and folders of that name are taken for none: hidden ones, editors' backups, and what systems leave behind.
    static func ignores(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#") || name == "Thumbs.db"
    }

    /// What a folder holds without hidden files and editors' backups. Names and kinds that no site can have are reported.
    private mutating func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry] {
        var kept = [FolderEntry]()
        for entry in try files.entries(of: folder) {
            guard let name = entry.name else {
                diagnostics.append(.nameNotUTF8(in: folder))
                continue
            }
            if Self.ignores(name) { continue }
            switch entry.kind {
            case .strayLink: diagnostics.append(.strayLink(at: folder.appending(name)))
            case .special: diagnostics.append(.specialFile(at: folder.appending(name)))
            case .file, .folder: kept.append(entry)
            }
        }
        return kept
    }

    /// Every folder with Markdown needs a page of its own, in its locale or in the source's.
    private mutating func checkModules(_ tree: ContentTree) {
        let sourceModules = Set((tree.locales.first?.pages ?? []).compactMap(moduleIndexFolder))
        var missing = Set<String>()
        for locale in tree.locales {
            let ownModules = Set(locale.pages.compactMap(moduleIndexFolder))
            for page in locale.pages {
                guard case .session(let folder) = page.key.place, !ownModules.contains(folder), !sourceModules.contains(folder),
                    missing.insert(folder).inserted
                else { continue }
                diagnostics.append(.missingModuleIndex(folder: SourcePath(String(page.path.string.dropLast(page.key.stem.utf8.count + 4)))))
            }
        }
    }

    private func moduleIndexFolder(_ page: PageFile) -> String? {
        if case .moduleIndex(let folder) = page.key.place { folder } else { nil }
    }
}

extension Diagnostic {
    fileprivate static func unlistedLocale(_ name: String, at path: SourcePath, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, Rule.unlistedLocale, "the folder “\(name)” belongs to no locale of site.yml", at: SourceLocation(path: path.string),
            help: nearestName(to: name, among: known).map { "rename it to “\($0)”, or add “\(name)” to the locales" }
                ?? "add “\(name)” to the locales of site.yml, or move the folder out of content/")
    }

    fileprivate static func missingLocaleFolder(_ code: String, at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingLocaleFolder, "the locale “\(code)” of site.yml has no folder", at: SourceLocation(path: path.string),
            help: "make the folder, or take the locale out of site.yml")
    }

    fileprivate static func nestedPage(at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.nestedPage, "a page cannot lie in a folder inside a module", at: SourceLocation(path: path.string),
            help: "modules hold sessions, and no further level: move the file into its module's folder")
    }

    fileprivate static func folderTooDeep(at path: SourcePath, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, Rule.nestedPage, "folders are nested more than \(limit) deep", at: SourceLocation(path: path.string),
            help: "move the files up")
    }

    fileprivate static func missingModuleIndex(folder: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingModuleIndex, "the module has no index.md", at: SourceLocation(path: folder.string),
            help: "add an index.md with the module's title; or, if these are no sessions, move the Markdown files out of the folder")
    }

    fileprivate static func nameNotUTF8(in folder: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.fileName, "a file in this folder has a name that is not UTF-8", at: SourceLocation(path: folder.string),
            help: "rename it: no address can be made of its name")
    }

    fileprivate static func strayLink(at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.strayLink, "the symbolic link leads out of the project, to nothing, or back to a folder it lies in",
            at: SourceLocation(path: path.string), help: "replace it by a copy of what it should lead to")
    }

    fileprivate static func specialFile(at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .error, Rule.specialFile, "this is neither a file nor a folder", at: SourceLocation(path: path.string),
            help: "move it out of content/")
    }
}
