/// The reading half of the file system, rooted at a project. Who has only this cannot write.
protocol ProjectFiles: Sendable {
    /// What a folder holds, in no particular order; nothing where there is no such folder.
    func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry]
    /// The whole file, or `nil` where there is none. A symbolic link that leads out of the project is none.
    func contents(of file: SourcePath) throws(EnvironmentError) -> [UInt8]?
    /// As much of a range of its bytes as there is, without reading the rest.
    func contents(of file: SourcePath, in range: Range<Int>) throws(EnvironmentError) -> [UInt8]?
    /// By what a change of it shows.
    func stamp(of file: SourcePath) throws(EnvironmentError) -> FileStamp?
    /// Its size in bytes, or `nil` where there is no such file.
    func size(of file: SourcePath) throws(EnvironmentError) -> Int?
}

/// By what a file is known to be the one that was read before, without reading it again.
package struct FileStamp: Hashable, Sendable {
    /// In bytes.
    var size: Int
    /// When its content was changed last, in nanoseconds since 1970.
    var modified: Int64 = 0
    /// When its content or its attributes were changed last; unlike the other, no program can set it.
    var changed: Int64 = 0
    var inode: UInt64 = 0

    /// Whether no later change can leave the same stamp. A file that was changed just before the moment could be changed once more within the grain of the file system's clock.
    func isSettled(at moment: Int64) -> Bool {
        max(modified, changed) < moment - BuildClock.grain
    }
}

/// One name in a folder.
struct FolderEntry: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case file(FileStamp)
        case folder
        /// A symbolic link whose end lies outside the project, or nowhere, or that leads back to a folder it lies in.
        case strayLink
        /// A socket, a device, a pipe.
        case special
    }

    /// `nil` where the name is not UTF-8.
    let name: String?
    let kind: Kind
}

/// What is wrong with the machine rather than with the course: a full disk, a missing permission.
public struct EnvironmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence that names the file and says what the system said.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
