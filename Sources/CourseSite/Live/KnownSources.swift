/// The files that a site was made from, by what it is known whether they are as they were.
struct KnownSources: Sendable {
    /// What a path that was told to have changed comes to.
    enum Change {
        case nothing
        /// A page with other bytes.
        case page([UInt8])
        case everything
    }

    private var pages: [SourcePath: Fingerprint] = [:]
    private let files: [SourcePath: FileStamp]
    /// Pages that are one file under several names; told is perhaps only one of them.
    private let linked: Set<SourcePath>
    private let startedAt: Int64
    private let settings: Fingerprint

    init(_ workpiece: SiteBuilder.Workpiece) {
        let tree = workpiece.tree
        var names = [UInt64: SourcePath]()
        var linked = Set<SourcePath>()
        for ((_, file), content) in zip(tree.pageFiles, workpiece.contents) {
            pages[file.path] = content
            // A project in memory has no inodes.
            guard file.stamp.inode != 0, let other = names.updateValue(file.path, forKey: file.stamp.inode) else { continue }
            linked.formUnion([other, file.path])
        }
        var files = [SourcePath: FileStamp]()
        for (locale, tree) in zip(workpiece.configuration.locales, tree.locales) {
            let folder = ContentDiscovery.folder.appending(locale.code)
            for (key, stamp) in tree.files { files[folder.appending(key)] = stamp }
        }
        self.files = files
        self.linked = linked
        startedAt = workpiece.startedAt
        settings = workpiece.settings
    }

    /// Whether a path is never part of a site, whatever lies there.
    static func ignores(_ path: SourcePath) -> Bool {
        let names = path.string.split(separator: "/")
        // Whether a theme has it, the theme's reader knows.
        return names.first != ThemeFolder.folder.string[...] && names.contains(where: ContentDiscovery.ignores)
    }

    /// - Parameter settings: what stands for them now; asked where they may have changed.
    func change(
        at path: SourcePath, in project: any ProjectFiles, settings now: () throws(EnvironmentError) -> Fingerprint?
    ) throws(EnvironmentError) -> Change {
        if Self.ignores(path) { return .nothing }
        if let content = pages[path] {
            guard let bytes = try project.contents(of: path) else { return .everything }
            if Fingerprint(bytes) == content { return .nothing }
            return linked.contains(path) ? .everything : .page(bytes)
        }
        if let stamp = files[path] {
            let now = try project.stamp(of: path)
            return stamp.isSettled(at: startedAt) && stamp == now ? .nothing : .everything
        }
        if path == SiteConfigurationReader.path || path == ThemeFolder.folder || path.string.hasPrefix(ThemeFolder.folder.string + "/") {
            return try now() == settings ? .nothing : .everything
        }
        if holdsKnown(path) { return .everything }
        return try exists(path, in: project) ? .everything : .nothing
    }

    /// The page is this now.
    mutating func update(_ path: SourcePath, _ bytes: [UInt8]) {
        pages[path] = Fingerprint(bytes)
    }

    /// Whether it is or was a folder with something of the site in it.
    private func holdsKnown(_ path: SourcePath) -> Bool {
        if path == .root { return true }
        let prefix = path.string + "/"
        return pages.keys.contains { $0.string.hasPrefix(prefix) } || files.keys.contains { $0.string.hasPrefix(prefix) }
    }

    /// Whatever it is: also a link that leads nowhere has to be told of.
    private func exists(_ path: SourcePath, in project: any ProjectFiles) throws(EnvironmentError) -> Bool {
        let names = path.string.split(separator: "/")
        let folder = SourcePath(names.dropLast().joined(separator: "/"))
        return try project.entries(of: folder).contains { $0.name.map { $0[...] } == names.last }
    }
}
