import CourseSite
import Glibc

/// What every file of a course is known by, taken at one moment: for systems that cannot tell what changes.
struct FileStamps {
    private var stamps: [String: FileStamp] = [:]

    /// - Parameter root: the project's folder.
    init(of root: String) {
        add(CoursePath.settings, root)
        for folder in CoursePath.folders { addFolder(folder, root) }
    }

    /// What is another, or is there in one of the two only.
    func changes(since before: FileStamps) -> Set<String> {
        Set(stamps.keys).union(before.stamps.keys).filter { stamps[$0] != before.stamps[$0] }
    }

    /// Looks at some files anew.
    mutating func renew(_ paths: Set<String>, of root: String) {
        for path in paths {
            stamps[path] = nil
            add(path, root)
        }
    }

    /// - Parameter above: the folders in which it lies; a link to one of them leads back.
    private mutating func addFolder(_ path: String, _ root: String, above: [FolderIdentity] = []) {
        guard let folder = FolderIdentity(of: "\(root)/\(path)"), !above.contains(folder) else { return }
        for entry in FolderListing(of: "\(root)/\(path)") {
            let inner = "\(path)/\(entry.name)"
            if entry.isFolder { addFolder(inner, root, above: above + [folder]) } else { add(inner, root) }
        }
    }

    private mutating func add(_ path: String, _ root: String) {
        var status = stat()
        if !LiveSite.ignores(path), stat("\(root)/\(path)", &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
            stamps[path] = FileStamp(status)
        }
    }
}
