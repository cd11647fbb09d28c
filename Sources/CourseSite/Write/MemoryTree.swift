import Synchronization

/// A site written into memory.
final class MemoryTree: OutputTree {
    private let contents = Mutex<[OutputPath: [UInt8]]>([:])

    var files: [OutputPath: [UInt8]] { contents.withLock { $0 } }

    func makeFolders(_ folders: [OutputPath]) {}

    func write(_ bytes: [UInt8], to path: OutputPath) {
        contents.withLock { $0[path] = bytes }
    }
}
