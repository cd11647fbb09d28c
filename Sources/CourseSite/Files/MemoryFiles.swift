/// A project in memory: what tests and other callers without a disk build from.
struct MemoryFiles: ProjectFiles {
    private let files: [SourcePath: [UInt8]]

    init(_ files: [String: String]) {
        self.files = Dictionary(uniqueKeysWithValues: files.map { (SourcePath($0.key), Array($0.value.utf8)) })
    }

    func entries(of folder: SourcePath) -> [FolderEntry] {
        let prefix = folder.string.isEmpty ? "" : folder.string + "/"
        var kinds = [String: FolderEntry.Kind]()
        for (path, bytes) in files where path.string.hasPrefix(prefix) {
            let rest = path.string.dropFirst(prefix.count)
            let name = String(rest.prefix { $0 != "/" })
            kinds[name] = name.count == rest.count ? .file(FileStamp(size: bytes.count)) : .folder
        }
        return kinds.map { FolderEntry(name: $0.key, kind: $0.value) }
    }

    func contents(of file: SourcePath) -> [UInt8]? { files[file] }

    func size(of file: SourcePath) -> Int? { files[file]?.count }
}
