import CourseSite
import Glibc

/// What every file of a course is known by, taken at one moment: for systems that cannot tell what changes.
struct FileStamps {
    private let root: String
    private var stamps: [String: FileStamp] = [:]

    /// - Parameter root: the project's folder.
    init(of root: String) {
        self.root = root
        add(CoursePath.settings)
        for folder in CoursePath.folders { addFolder(folder) }
    }

    /// What is another, or is there in one of the two only.
    func changes(since before: FileStamps) -> Set<String> {
        Set(stamps.keys).union(before.stamps.keys).filter { stamps[$0] != before.stamps[$0] }
    }

    /// Looks at all files again.
    /// - Returns: what has changed since the last look; `nil` where nothing has.
    mutating func change() -> FileChange? {
        let before = self
        self = FileStamps(of: root)
        let paths = changes(since: before)
        return paths.isEmpty ? nil : FileChange(paths: paths)
    }

    /// Looks at some files anew: what has changed of them is known.
    mutating func renew(_ paths: Set<String>) {
        for path in paths {
            stamps[path] = nil
            add(path)
        }
    }

    /// - Parameter above: the folders in which it lies; a link to one of them leads back.
    private mutating func addFolder(_ path: String, above: [FolderIdentity] = []) {
        guard let folder = FolderIdentity(of: "\(root)/\(path)"), !above.contains(folder) else { return }
        for entry in FolderListing(of: "\(root)/\(path)") {
            let inner = "\(path)/\(entry.name)"
            if entry.isFolder { addFolder(inner, above: above + [folder]) } else { add(inner) }
        }
    }

    private mutating func add(_ path: String) {
        var status = stat()
        if !LiveSite.ignores(path), stat("\(root)/\(path)", &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            stamps[path] = FileStamp(status)
        }
    }
}
