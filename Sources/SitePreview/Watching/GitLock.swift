import Glibc

/// What git holds while it changes the files of a project.
struct GitLock {
    /// For longer than this, in seconds, nobody is at work: git was ended.
    private static let patience = 10

    private let path: String

    /// `nil` where there is no repository.
    /// - Parameter folder: in the repository, or its own.
    init?(of folder: String) {
        var folder = folder[...]
        while true {
            if let repository = Self.repository(in: folder) {
                path = "\(repository)/index.lock"
                return
            }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
    }

    /// Whether git is in the middle of changing files.
    var isHeld: Bool {
        var status = stat()
        // The clock of a network drive may be ahead.
        return stat(path, &status) == 0 && abs(time(nil) - status.st_mtim.tv_sec) < Self.patience
    }

    /// A worktree of a repository, and a submodule, has a file in which is written where that lies.
    private static func repository(in folder: Substring) -> String? {
        let path = "\(folder)/.git"
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { return path }
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096 + 16)
        let count = fread(&bytes, 1, bytes.count, file)
        let words = String(decoding: bytes[..<count], as: UTF8.self)
        guard words.hasPrefix("gitdir: "), let line = words.dropFirst(8).split(whereSeparator: \.isNewline).first else { return nil }
        return line.hasPrefix("/") ? String(line) : "\(folder)/\(line)"
    }
}
