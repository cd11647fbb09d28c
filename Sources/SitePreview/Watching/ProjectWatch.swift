import Dispatch
import Glibc

/// Tells what changes in a project, one change for one act, on a thread of its own.
struct ProjectWatch: Sendable {
    /// Between two looks at a folder that is not there, or where the system cannot tell.
    private static let lookEvery = Duration.seconds(1)

    private let root: String
    private let lock: GitLock?
    private let looksAtFiles: Bool
    private let hasNoRoom: @Sendable () -> Void

    /// - Parameters:
    ///   - root: the project's folder.
    ///   - looksAtFiles: whether to look at all files every second, too. Where the project is in the hands of others as well, that is done anyway.
    ///   - hasNoRoom: called where the system's table of watches is full.
    init(root: String, looksAtFiles: Bool, hasNoRoom: @escaping @Sendable () -> Void) {
        self.root = root
        self.looksAtFiles = looksAtFiles
        self.hasNoRoom = hasNoRoom
        lock = GitLock(of: root)
    }

    private var isBusy: Bool { lock?.isHeld ?? false }

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
                var stamps = looksAtFiles || SharedFileSystem.holds(root) ? FileStamps(of: root) : nil
                tell(.anything)
                var isSame = true
                while isSame, !hasEnded() {
                    let heard = try folders.change(waiting: Self.lookEvery, isBusy: { isBusy })
                    if let heard { stamps?.renew(heard.paths) }
                    // Of what lies in folders that came or went it is told once more, which does no harm.
                    let change = heard ?? (isBusy ? nil : stamps?.change())
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
        var stamps = FileStamps(of: root)
        tell(.anything)
        while !hasEnded() {
            usleep(UInt32(Self.lookEvery.milliseconds) * 1_000)
            guard FolderIdentity(of: root) == project else { return tell(.vanished) }
            if !isBusy { tell(stamps.change()) }
        }
    }
}
