import Glibc

/// A folder with all that is in it.
enum FileTree {
    /// Removes it; nothing happens where there is none. Links are removed, not followed.
    static func remove(_ root: String) throws(EnvironmentError) {
        // Bytes that end in a zero, as the system has them: a name that somebody put there need not be UTF-8.
        var pending = [(path: Array(root.utf8CString), isEmptied: false)]
        while let (path, isEmptied) = pending.popLast() {
            if isEmptied {
                guard rmdir(path) == 0 || errno == ENOENT else { throw cannotRemove(path) }
                continue
            }
            if unlink(path) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM, let directory = opendir(path) else { throw cannotRemove(path) }
            defer { closedir(directory) }
            pending.append((path, true))
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } }
                if name == [dot] || name == [dot, dot] { continue }
                pending.append((path.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name + [0], false))
            }
        }
    }

    private static let dot = CChar(bitPattern: UInt8(ascii: "."))

    private static func cannotRemove(_ path: [CChar]) -> EnvironmentError {
        .system("cannot remove “\(String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))”")
    }
}
