import Synchronization

@testable import CourseSite

/// A project in memory whose files are changed while it is read.
final class MutableFiles: ProjectFiles {
    private let texts: Mutex<[String: String]>

    init(_ texts: [String: String]) {
        self.texts = Mutex(texts)
    }

    subscript(path: String) -> String? {
        get { texts.withLock { $0[path] } }
        set { texts.withLock { $0[path] = newValue } }
    }

    private var now: MemoryFiles { MemoryFiles(texts.withLock { $0 }) }

    func entries(of folder: SourcePath) -> [FolderEntry] { now.entries(of: folder) }

    func contents(of file: SourcePath) -> [UInt8]? { now.contents(of: file) }

    func contents(of file: SourcePath, in range: Range<Int>) -> [UInt8]? { now.contents(of: file, in: range) }

    func stamp(of file: SourcePath) -> FileStamp? { now.stamp(of: file) }

    func size(of file: SourcePath) -> Int? { now.size(of: file) }
}
