import Dispatch
import Glibc

/// Tells what changes in a project, one change for one act, on a thread of its own.
struct ProjectWatch: Sendable {
    /// Between two looks at a folder that is not there, or where the system cannot tell.
    private static let lookEvery = Duration.seconds(1)
    /// A version control system that holds its lock for longer is not at work any more.
    private static let patience = Duration.seconds(10)

    private let root: String
    /// What git holds while it changes files; `nil` where there is no repository.
    private let lock: String?
    private let hasNoRoom: @Sendable () -> Void

    /// - Parameters:
    ///   - root: the project's folder.
    ///   - hasNoRoom: called where the system's table of watches is full.
    init(root: String, hasNoRoom: @escaping @Sendable () -> Void) {
        self.root = root
        self.hasNoRoom = hasNoRoom
        lock = Self.repository(of: root).map { "\($0)/.git/index.lock" }
    }

    /// What changes; the first one says that the watch stands, so that whoever reads the project after it misses nothing.
    func changes() -> AsyncStream<FileChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: FileChange.self)
        let end = EndFlag()
        continuation.onTermination = { _ in end.set() }
        DispatchQueue(label: "project-watch").async {
            watch(telling: { change in if let change { continuation.yield(change) } }, hasEnded: { end.isSet })
        }
        return stream
    }

    private func watch(telling tell: (FileChange?) -> Void, hasEnded: () -> Bool) {
        while !hasEnded() {
            guard let project = FolderIdentity(of: root) else {
                usleep(50_000)
                continue
            }
            do throws(Inotify.Full) {
                var folders = try WatchedFolders(root: root)
                tell(.anything)
                var isSame = true
                while isSame, !hasEnded() {
                    let change = try folders.change(waiting: Self.lookEvery, isBusy: { isBusy })
                    // The system tells of the folder, not of its path.
                    isSame = change?.hasVanished != true && FolderIdentity(of: root) == project
                    tell(isSame ? change : .vanished)
                }
            } catch {
                hasNoRoom()
                poll(project, telling: tell, hasEnded: hasEnded)
            }
        }
    }

    /// Looks every second, until the project vanishes.
    private func poll(_ project: FolderIdentity, telling tell: (FileChange?) -> Void, hasEnded: () -> Bool) {
        var before = FileStamps(of: root)
        tell(.anything)
        while !hasEnded() {
            usleep(UInt32(Self.lookEvery.milliseconds) * 1_000)
            guard FolderIdentity(of: root) == project else { return tell(.vanished) }
            let now = FileStamps(of: root)
            let paths = now.changes(since: before)
            before = now
            if !paths.isEmpty { tell(FileChange(paths: paths)) }
        }
    }

    /// Whether git is in the middle of changing files.
    private var isBusy: Bool {
        var status = stat()
        guard let lock, stat(lock, &status) == 0 else { return false }
        return time(nil) - status.st_mtim.tv_sec < Int(Self.patience.components.seconds)
    }

    private static func repository(of root: String) -> String? {
        var folder = root[...]
        while true {
            if access("\(folder)/.git", F_OK) == 0 { return String(folder) }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
    }
}
