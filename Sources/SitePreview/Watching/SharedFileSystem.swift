import CLutrin

/// File systems that others write to, too: a network drive, a folder of the machine that this one runs inside of.
enum SharedFileSystem {
    /// From `linux/magic.h` and the sources of those that are not in it: 9p (Windows under WSL), NFS, SMB in its three ages, FUSE (Docker's and others' shared
    /// folders, sshfs), VirtualBox, AFS, Ceph.
    private static let kinds: Set<UInt32> = [
        0x0102_1997, 0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x786F_4256, 0x5346_414F, 0x00C3_6400,
    ]

    /// Whether the system is told only of a part of the changes in a folder.
    static func holds(_ folder: String) -> Bool {
        kinds.contains(lutrin_file_system(folder))
    }
}
