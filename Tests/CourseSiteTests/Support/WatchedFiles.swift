import Synchronization

@testable import CourseSite

/// A project of which it is known how often each file was read, and in which files can be made unreadable.
final class WatchedFiles: ProjectFiles {
    private struct State {
        var reads: [String: Int] = [:]
        var unreadable = Set<String>()
    }

    let files: any ProjectFiles
    private let state = Mutex(State())

    init(_ files: any ProjectFiles) {
        self.files = files
    }

    var unreadable: Set<String> {
        get { state.withLock(\.unreadable) }
        set { state.withLock { $0.unreadable = newValue } }
    }

    /// How often the whole of a file was read.
    func reads(of path: String) -> Int { state.withLock { $0.reads[path] ?? 0 } }

    private func watch(_ path: SourcePath, isWhole: Bool) throws(EnvironmentError) {
        let isReadable = state.withLock { state in
            if isWhole { state.reads[path.string, default: 0] += 1 }
            return !state.unreadable.contains(path.string)
        }
        if !isReadable { throw EnvironmentError("cannot read “\(path)”") }
    }

    func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry] {
        try watch(folder, isWhole: false)
        return try files.entries(of: folder)
    }

    func contents(of file: SourcePath) throws(EnvironmentError) -> [UInt8]? {
        try watch(file, isWhole: true)
        return try files.contents(of: file)
    }

    func contents(of file: SourcePath, in range: Range<Int>) throws(EnvironmentError) -> [UInt8]? {
        try watch(file, isWhole: false)
        return try files.contents(of: file, in: range)
    }

    func stamp(of file: SourcePath) throws(EnvironmentError) -> FileStamp? {
        try watch(file, isWhole: false)
        return try files.stamp(of: file)
    }

    func size(of file: SourcePath) throws(EnvironmentError) -> Int? { try files.size(of: file) }
}
