import Testing

@testable import SitePreview

struct SharedFileSystemTests {
    /// Of file systems that every Linux has, and of what is none: whoever works there waits for no look at all files.
    @Test(arguments: ["/proc", "/sys", "/dev", "/dev/shm", "/nowhere/at/all", ""])
    func folderThatOnlyThisMachineHasIsNotShared(_ folder: String) {
        #expect(!SharedFileSystem.holds(folder))
    }
}
