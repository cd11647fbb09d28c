import Glibc

/// Linux's own way to tell what happens in folders (inotify(7)). The only file that knows it.
final class Inotify {
    /// Something that happened in a watched folder.
    struct Event {
        /// Of the folder.
        let watch: Int32
        /// Of what it happened to; empty for the folder itself.
        let name: String
        let mask: UInt32

        var isOfFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }
        /// More happened than the system kept.
        var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
        /// The watch has ended: its folder is not there any more.
        var isEnd: Bool { mask & UInt32(IN_IGNORED) != 0 }
        var isOfWatched: Bool { mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0 }
        var isMade: Bool { mask & UInt32(IN_CREATE) != 0 }
        var isMovedHere: Bool { mask & UInt32(IN_MOVED_TO) != 0 }
        var isGone: Bool { mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 }
        /// What writes it has not closed it.
        var isOpen: Bool { mask & UInt32(IN_CREATE | IN_MODIFY) != 0 }
    }

    /// The system has no room for one more: of watches, or of those who watch.
    struct Full: Error {}

    private static let kinds =
        UInt32(IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
    /// More than one event fits into, whatever its name.
    private static let room = 65_536

    private let descriptor: Int32

    init() throws(Full) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { throw Full() }
    }

    deinit { close(descriptor) }

    /// - Returns: what its events are known by; the same for a folder that is watched already; `nil` where there is nothing to watch.
    func watch(_ path: String) throws(Full) -> Int32? {
        let watch = inotify_add_watch(descriptor, path, Self.kinds)
        if watch < 0, errno == ENOSPC { throw Full() }
        return watch < 0 ? nil : watch
    }

    func end(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
    }

    /// What has happened since it was asked last.
    /// - Parameter patience: how long to wait for something, in milliseconds; for ever where it is negative.
    func events(patience: Int32) -> [Event] {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, patience) > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.room) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
        return Self.parse(bytes)
    }

    private static func parse(_ bytes: [UInt8]) -> [Event] {
        let head = MemoryLayout<inotify_event>.size
        var events = [Event]()
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset + head <= bytes.count {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let end = offset + head + Int(event.len)
                guard end <= bytes.count else { return }
                let name = String(decoding: bytes[offset + head..<end].prefix { $0 != 0 }, as: UTF8.self)
                events.append(Event(watch: event.wd, name: name, mask: event.mask))
                offset = end
            }
        }
        return events
    }
}
