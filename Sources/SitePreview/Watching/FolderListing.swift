import Glibc

/// What lies in a folder, in no particular order: names and kinds.
struct FolderListing: Sequence {
    struct Entry {
        let name: String
        /// Links are followed.
        let isFolder: Bool
        let isLink: Bool
    }

    private let entries: [Entry]

    /// Nothing where there is no such folder, or where it may not be read.
    init(of path: String) {
        var entries = [Entry]()
        if let directory = opendir(path) {
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name == "." || name == ".." { continue }
                var status = stat()
                let type = Int(entry.pointee.d_type)
                let isPlain = type == DT_REG || type == DT_DIR
                let isFolder = isPlain ? type == DT_DIR : stat("\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                entries.append(Entry(name: name, isFolder: isFolder, isLink: type == DT_LNK))
            }
        }
        self.entries = entries
    }

    func makeIterator() -> IndexingIterator<[Entry]> { entries.makeIterator() }
}
