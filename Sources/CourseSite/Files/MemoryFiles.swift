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
            kinds[name] = name.count == rest.count ? .file(stamp(of: bytes)) : .folder
        }
        return kinds.map { FolderEntry(name: $0.key, kind: $0.value) }
    }

    func contents(of file: SourcePath) -> [UInt8]? { files[file] }

    func contents(of file: SourcePath, in range: Range<Int>) -> [UInt8]? {
        files[file].map { Array($0[range.clamped(to: $0.indices)]) }
    }

    func stamp(of file: SourcePath) -> FileStamp? { files[file].map(stamp) }

    func size(of file: SourcePath) -> Int? { files[file]?.count }

    /// There are no times; what stands for them, long ago, is another one for each content.
    private func stamp(of bytes: [UInt8]) -> FileStamp {
        FileStamp(size: bytes.count, modified: Int64(bitPattern: Fingerprint(bytes).low) | .min)
    }
}
