import Glibc

/// A folder with all that is in it.
enum FileTree {
    /// Removes it; nothing happens where there is none. Links are removed, not followed.
    static func remove(_ root: String) throws(EnvironmentError) {
        var pending = [(path: root, isEmptied: false)]
        while let (path, isEmptied) = pending.popLast() {
            if isEmptied {
                guard rmdir(path) == 0 || errno == ENOENT else { throw .system("cannot remove “\(path)”") }
                continue
            }
            if unlink(path) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM, let directory = opendir(path) else { throw .system("cannot remove “\(path)”") }
            defer { closedir(directory) }
            pending.append((path, true))
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name != ".", name != ".." { pending.append(("\(path)/\(name)", false)) }
            }
        }
    }
}
