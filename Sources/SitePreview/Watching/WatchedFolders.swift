import CourseSite
import Glibc

/// The folders of a project that the system tells about, and what each of its events means in terms of paths.
struct WatchedFolders {
    typealias Instant = ContinuousClock.Instant

    private let root: String
    private let inotify: Inotify
    /// By watch: where what is watched lies in the project; in several places where symbolic links lead to it.
    private var places: [Int32: Set<String>] = [:]
    private var watches: [String: Int32] = [:]
    private var settling = ChangeSettling()
    private var isMore = false
    /// Whether the system has lost count.
    private var isEverything = false
    /// Files behind links that were replaced, and have to be watched anew.
    private var lost = Set<String>()

    /// Watches all that a course is made of.
    /// - Parameter root: the project's folder.
    init(root: String) throws(Inotify.Full) {
        self.root = root
        inotify = try Inotify()
        if let watch = try inotify.watch(root) { keep(watch, "") }
        for folder in CoursePath.folders { try add(folder) }
    }

    /// Waits for something to happen, and then until it has come to an end.
    /// - Parameters:
    ///   - limit: how long to wait for the first thing.
    ///   - isBusy: whether somebody is at work who would be disturbed, or disturbs.
    /// - Returns: `nil` where nothing has happened.
    mutating func change(waiting limit: Duration, isBusy: () -> Bool) throws(Inotify.Full) -> FileChange? {
        let end = ContinuousClock.now + limit
        while true {
            let now = ContinuousClock.now
            let deadline = settling.deadline
            if let deadline, deadline <= now, !isBusy() { return try take() }
            if deadline == nil, end <= now { return nil }
            // While somebody is at work there is nothing to wait for but a little time.
            let pause = max(deadline ?? end, now + .milliseconds(1)) - now
            for event in inotify.events(patience: Int32(clamping: pause.milliseconds)) { try note(event) }
        }
    }

    private mutating func take() throws(Inotify.Full) -> FileChange {
        for path in lost { try watchTarget(of: path) }
        lost = []
        let paths = settling.take()
        defer { (isMore, isEverything) = (false, false) }
        return isEverything ? .anything : FileChange(paths: paths, isMore: isMore, hasVanished: watches[""] == nil)
    }

    private mutating func note(_ event: Inotify.Event) throws(Inotify.Full) {
        if event.isOverflow {
            isEverything = true
            settling.note(.closed, "", at: .now)
            // What is watched is not sure any more: folders may have come.
            for folder in CoursePath.folders { try add(folder) }
            return
        }
        for place in places[event.watch] ?? [] {
            if event.isEnd || event.isOfWatched { noteEnd(of: place, event) }
            let path = event.name.isEmpty ? place : place.isEmpty ? event.name : "\(place)/\(event.name)"
            guard CoursePath.contains(path), !LiveSite.ignores(path) else { continue }
            if event.isOfFolder { try noteFolder(path, event) } else { noteFile(path, event) }
        }
        if event.isEnd { places[event.watch] = nil }
    }

    private mutating func noteFile(_ path: String, _ event: Inotify.Event) {
        let kind: ChangeSettling.Event = event.isGone ? .gone : event.isOpen ? .opened : .closed
        settling.note(kind, path, isNew: event.isMade, at: .now)
        if event.isMade || event.isMovedHere, Self.isLink("\(root)/\(path)") { lost.insert(path) }
    }

    private mutating func noteFolder(_ path: String, _ event: Inotify.Event) throws(Inotify.Full) {
        // A change of what may be read in it concerns all of it, too.
        isMore = true
        settling.note(event.isGone ? .gone : .closed, path, at: .now)
        if event.isGone { forget(path) } else { try add(path) }
    }

    private mutating func noteEnd(of place: String, _ event: Inotify.Event) {
        watches[place] = nil
        if place.isEmpty || event.isOfFolder {
            isMore = true
            settling.note(.closed, place, at: .now)
        } else {
            lost.insert(place)
        }
    }

    /// Watches a folder and all below it. What lies in one that has just been made may have come before its watch.
    private mutating func add(_ path: String, depth: Int = 0) throws(Inotify.Full) {
        guard depth < CoursePath.deepest, let watch = try inotify.watch("\(root)/\(path)") else { return }
        // A link to a folder above leads back to where this began.
        if places[watch]?.contains(where: { path.hasPrefix("\($0)/") }) == true { return }
        keep(watch, path)
        for entry in FolderListing(of: "\(root)/\(path)") {
            let inner = "\(path)/\(entry.name)"
            if entry.isFolder { try add(inner, depth: depth + 1) } else if entry.isLink { try watchTarget(of: inner) }
        }
    }

    /// A link is watched by what it leads to: that is what is read.
    private mutating func watchTarget(of link: String) throws(Inotify.Full) {
        guard Self.isLink("\(root)/\(link)"), let watch = try inotify.watch("\(root)/\(link)") else { return }
        keep(watch, link)
    }

    private mutating func keep(_ watch: Int32, _ path: String) {
        places[watch, default: []].insert(path)
        watches[path] = watch
    }

    /// A folder that was moved away would go on telling of what happens in it.
    private mutating func forget(_ path: String) {
        for (inner, watch) in watches where inner == path || inner.hasPrefix("\(path)/") {
            watches[inner] = nil
            places[watch]?.remove(inner)
            guard places[watch]?.isEmpty == true else { continue }
            places[watch] = nil
            inotify.end(watch)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
