import Glibc

/// The site that is about to be replaced. A file that is still the same is linked into the new one instead of written again, which spares the disk, and lets the file keep
/// its time: who uploads the site by time sends only what changed.
///
/// Nothing in a site is ever changed in place, so that it does no harm that the two share a file until the old one is removed.
struct PreviousTree: Sendable {
    /// Absolute, without a slash at its end.
    private let root: String
    /// What a file is allowed to whom, if it is written now.
    private let mode: mode_t

    init(root: String) {
        self.root = root
        let mask = umask(0)
        umask(mask)
        mode = 0o666 & ~mask
    }

    /// - Returns: `false` where there is no such file, it is another one, or it cannot be linked: it has to be written then.
    func link(_ path: OutputPath, holding bytes: [UInt8], to target: String) -> Bool {
        let source = "\(root)/\(path.string)"
        return holds(bytes, source) && Glibc.link(source, target) == 0
    }

    private func holds(_ bytes: [UInt8], _ file: String) -> Bool {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode == S_IFREG | mode, status.st_size == bytes.count else { return false }
        return bytes.withUnsafeBytes { wanted in
            withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 16) { buffer in
                var offset = 0
                while offset < wanted.count {
                    let count = read(descriptor, buffer.baseAddress, buffer.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0, count <= wanted.count - offset, let own = buffer.baseAddress, let other = wanted.baseAddress else {
                        return false
                    }
                    guard memcmp(own, other + offset, count) == 0 else { return false }
                    offset += count
                }
                return true
            }
        }
    }
}
