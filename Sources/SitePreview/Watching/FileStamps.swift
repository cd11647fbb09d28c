import Glibc

/// What every file of a course is known by, taken at one moment: for systems that cannot tell what changes.
struct FileStamps {
    private struct Stamp: Hashable {
        let size: Int
        let inode: UInt64
        /// Of the content and of the attributes, in seconds and nanoseconds.
        let times: [Int]
        let mode: UInt32
    }

    private static let deepest = 40

    private var stamps: [String: Stamp] = [:]

    /// - Parameter root: the project's folder.
    init(of root: String) {
        add("site.yml", root)
        for folder in ["content", "themes"] { addFolder(folder, root, depth: 0) }
    }

    /// What is another, or is there in one of the two only.
    func changes(since before: FileStamps) -> Set<String> {
        Set(stamps.keys).union(before.stamps.keys).filter { stamps[$0] != before.stamps[$0] }
    }

    private mutating func addFolder(_ path: String, _ root: String, depth: Int) {
        guard depth < Self.deepest else { return }
        for entry in FolderListing(of: "\(root)/\(path)") {
            let inner = "\(path)/\(entry.name)"
            if entry.isFolder { addFolder(inner, root, depth: depth + 1) } else { add(inner, root) }
        }
    }

    private mutating func add(_ path: String, _ root: String) {
        var status = stat()
        guard stat("\(root)/\(path)", &status) == 0 else { return }
        let times = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
        stamps[path] = Stamp(size: Int(status.st_size), inode: UInt64(status.st_ino), times: times, mode: status.st_mode)
    }
}
