import Glibc

/// Which folder it is that lies at a path: another may take its place, by a link that is turned or a folder above that is renamed.
struct FolderIdentity: Equatable {
    private let device: UInt64
    private let inode: UInt64

    /// `nil` where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
