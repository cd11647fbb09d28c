import CLutrin
package import Glibc

/// A project on disk.
struct DiskFiles: ProjectFiles {
    /// Absolute, with symbolic links resolved, without a slash at its end.
    let root: String

    /// - Parameter folder: absolute or relative to the working folder.
    init(root folder: String) throws(EnvironmentError) {
        guard let resolved = realPath(folder) else { throw .system("cannot open the project folder “\(folder)”") }
        root = resolved == "/" ? "" : resolved
    }

    func absolute(_ path: SourcePath) -> String {
        path.string.isEmpty ? (root.isEmpty ? "/" : root) : "\(root)/\(path.string)"
    }

    func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry] {
        guard let directory = opendir(absolute(folder)) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw .system("cannot read the folder “\(folder)”")
        }
        defer { closedir(directory) }
        var entries = [FolderEntry]()
        while true {
            errno = 0
            guard let entry = readdir(directory) else { break }
            let kind = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { name in
                    self.kind(of: name, in: dirfd(directory), folder)
                }
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(validating: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name == "." || name == ".." { continue }
            // A file that vanished since the folder was opened is a file that is not there.
            if let kind { entries.append(FolderEntry(name: name, kind: name == nil ? .special : kind)) }
        }
        if errno != 0 { throw .system("cannot read the folder “\(folder)”") }
        return entries
    }

    /// - Parameters:
    ///   - name: as the system has it, UTF-8 or not.
    ///   - descriptor: of the folder.
    private func kind(of name: UnsafePointer<CChar>, in descriptor: Int32, _ folder: SourcePath) -> FolderEntry.Kind? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFLNK {
            guard let path = String(validatingCString: name).map({ absolute(folder.appending($0)) }), let end = realPath(path),
                end.hasPrefix(root + "/"), !path.hasPrefix(end + "/"), stat(end, &status) == 0
            else { return .strayLink }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(FileStamp(status))
        case S_IFDIR: return .folder
        default: return .special
        }
    }

    func contents(of file: SourcePath) throws(EnvironmentError) -> [UInt8]? {
        try withFile(file) { descriptor, status throws(EnvironmentError) in
            try readAll(descriptor, expecting: Int(status.st_size), of: file)
        }
    }

    func contents(of file: SourcePath, in range: Range<Int>) throws(EnvironmentError) -> [UInt8]? {
        try withFile(file) { descriptor, status throws(EnvironmentError) in
            try read(range.clamped(to: 0..<max(0, Int(status.st_size))), of: descriptor, file)
        }
    }

    func stamp(of file: SourcePath) throws(EnvironmentError) -> FileStamp? {
        try withFile(file) { _, status in FileStamp(status) }
    }

    /// - Returns: `nil` where there is no such file in the project.
    private func withFile<Result>(
        _ file: SourcePath, _ body: (_ descriptor: Int32, _ status: stat) throws(EnvironmentError) -> Result
    ) throws(EnvironmentError) -> Result? {
        let path = absolute(file)
        // Nearly always there is no link on the way, and this is all.
        var descriptor = lutrin_open_without_links(path)
        let hasNoLinks = descriptor >= 0
        if !hasNoLinks, errno != ENOENT, errno != ENOTDIR { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .system("cannot read “\(file)”")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("cannot read “\(file)”") }
        guard status.st_mode & S_IFMT == S_IFREG, hasNoLinks || isInProject(descriptor, path) else { return nil }
        return try body(descriptor, status)
    }

    /// Asked of what is open, not of its name, which may lead elsewhere by now; of the name only where the system does not tell.
    private func isInProject(_ descriptor: Int32, _ path: String) -> Bool {
        let place = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = buffer.baseAddress.map { max(0, readlink("/proc/self/fd/\(descriptor)", $0, buffer.count)) } ?? 0
        }
        let end = place.isEmpty ? realPath(path).map { Array($0.utf8) } ?? [] : place
        return end.starts(with: "\(root)/".utf8)
    }

    func size(of file: SourcePath) throws(EnvironmentError) -> Int? {
        var status = stat()
        guard stat(absolute(file), &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .system("cannot read “\(file)”")
        }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    private func read(_ range: Range<Int>, of descriptor: Int32, _ file: SourcePath) throws(EnvironmentError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            count = 0
            while count < buffer.count {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(range.lowerBound + count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        if failed { throw .system("cannot read “\(file)”") }
        return bytes
    }

    /// The file may grow or shrink while it is read: what counts is where it ends, not the size it had.
    private func readAll(_ descriptor: Int32, expecting size: Int, of file: SourcePath) throws(EnvironmentError) -> [UInt8] {
        var bytes = [UInt8]()
        var failed = false
        var capacity = size + 1
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                count = 0
                while count < buffer.count {
                    let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failed = true }
                    if got <= 0 { break }
                    count += got
                    // As much as there is, and less than was asked for: that was the end.
                    if bytes.isEmpty, count == size, count < buffer.count { break }
                }
            }
            if failed { throw .system("cannot read “\(file)”") }
            if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
            if chunk.count < capacity { return bytes }
            capacity = 1 << 16
        }
    }
}

extension FileStamp {
    package init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
        self.init(
            size: Int(status.st_size), modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim),
            inode: UInt64(status.st_ino))
    }
}

extension EnvironmentError {
    /// With what the last system call said.
    static func system(_ what: String) -> EnvironmentError {
        let reason = errno
        return EnvironmentError("\(what): \(String(cString: strerror(reason)).lowercased())")
    }
}

/// The absolute path without symbolic links, or `nil` where it leads nowhere.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
}
