import Glibc

/// A folder on disk that a site is written into.
struct DiskTree: OutputTree {
    /// Absolute, without a slash at its end.
    let root: String
    /// The site before, from which what did not change is taken over.
    var previous: PreviousTree?

    func makeFolders(_ folders: [OutputPath]) throws(EnvironmentError) {
        for folder in folders {
            guard mkdir("\(root)/\(folder.string)", 0o777) == 0 || errno == EEXIST else {
                throw .system("cannot make the folder “\(folder)” of the site")
            }
        }
    }

    func write(_ bytes: [UInt8], to path: OutputPath) throws(EnvironmentError) {
        if let previous, previous.link(path, holding: bytes, to: "\(root)/\(path.string)") { return }
        try write([bytes], to: path)
    }

    /// Writes a file of several parts.
    func write(_ parts: [[UInt8]], to path: OutputPath) throws(EnvironmentError) {
        let descriptor = open("\(root)/\(path.string)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system("cannot write “\(path)”") }
        for bytes in parts {
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    let error = EnvironmentError.system("cannot write “\(path)”")
                    close(descriptor)
                    throw error
                }
                written += count
            }
        }
        // What a disk could not take is reported by some file systems only now.
        guard close(descriptor) == 0 else { throw .system("cannot write “\(path)”") }
    }
}
