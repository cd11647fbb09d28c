import CLutrin
import Glibc

/// The folder that holds the site, and what lies beside it while it is replaced: the lock, the new site before it is whole, the old one after it was.
///
/// The public site is never half of one: the new site is written beside it and the two change places in one step. What a killed build left is cleared by the next.
struct OutputFolder {
    /// The file by which a folder is known as a site of Lutrin's, which may be replaced.
    static let marker = ".lutrin-site"

    /// - Parameter identity: of the site, so that a later build can tell what it finds.
    static func markerText(_ identity: Fingerprint?) -> [UInt8] {
        let text = "This folder is a site made by Lutrin, and is replaced as a whole by the next build.\n"
        return Array((text + (identity.map { "\($0.hexadecimal)\n" } ?? "")).utf8)
    }

    /// Absolute.
    let path: String
    private let parent: String
    private let name: String

    /// - Parameter path: absolute, or relative to the working folder; its parent is made where it does not exist.
    init(_ path: String) throws(EnvironmentError) {
        var components = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }.map(String.init)
        guard let last = components.popLast(), last != ".." else { throw EnvironmentError("“\(path)” cannot hold a site") }
        let folder = (path.hasPrefix("/") ? "/" : "") + components.joined(separator: "/")
        try Self.makeFolders(folder)
        guard let parent = realPath(folder.isEmpty ? "." : folder) else { throw .system("cannot open the folder “\(folder)”") }
        let site = (parent == "/" ? "" : parent) + "/" + last
        // Where the site is a link to a folder, that folder is replaced, and the link stays.
        let resolved = realPath(site) ?? site
        guard let slash = resolved.lastIndex(of: "/"), resolved.count > 1 else { throw EnvironmentError("“\(path)” cannot hold a site") }
        self.parent = String(resolved[..<slash])
        name = String(resolved[resolved.index(after: slash)...])
        self.path = resolved
    }

    private static func makeFolders(_ folder: String) throws(EnvironmentError) {
        var built = folder.hasPrefix("/") ? "/" : ""
        var made = [String]()
        for component in folder.split(separator: "/") {
            built += component
            if mkdir(built, 0o777) == 0 {
                made.append(built)
            } else if errno != EEXIST && errno != EISDIR {
                let error = EnvironmentError.system("cannot make the folder “\(built)”")
                for folder in made.reversed() { rmdir(folder) }
                throw error
            }
            built += "/"
        }
    }

    enum State: Hashable, Sendable {
        case absent, empty, site
        /// Something that is not a site of Lutrin's, and must not be replaced.
        case foreign
    }

    func state() throws(EnvironmentError) -> State {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return .absent }
            throw .system("cannot look at “\(path)”")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return .foreign }
        if access("\(path)/\(Self.marker)", F_OK) == 0 { return .site }
        guard let directory = opendir(path) else { throw .system("cannot read the folder “\(path)”") }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] { return .foreign }
        }
        return .empty
    }

    /// Whether the folder is the given one, lies around it, or inside it.
    func overlaps(_ folder: String) -> Bool {
        path == folder || folder.hasPrefix(path + "/") || path.hasPrefix(folder + "/")
    }

    private func sibling(_ role: String) -> String { "\(parent)/.\(name).lutrin-\(role)" }

    /// Runs `body` while no other build writes this site.
    func locked<Result>(_ body: () throws(EnvironmentError) -> Result) throws(EnvironmentError) -> Result {
        let file = sibling("lock")
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system("cannot make “\(file)”") }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { throw EnvironmentError("another build is writing “\(path)”: wait for it to end") }
            throw .system("cannot lock “\(file)”")
        }
        return try body()
    }

    /// Puts away what a killed build left. Call while locked.
    func recover() throws(EnvironmentError) {
        // Killed between two renames, on a file system that cannot exchange: the old site is whole and belongs back.
        if try state() == .absent, rename(sibling("old"), path) != 0, errno != ENOENT { throw .system("cannot put “\(path)” back") }
        for role in ["new", "old"] { try FileTree.remove(sibling(role)) }
    }

    /// An empty folder beside the site, to write the new one into. Call while locked.
    func makeStage() throws(EnvironmentError) -> DiskTree {
        guard mkdir(sibling("new"), 0o777) == 0 else { throw .system("cannot make the folder “\(sibling("new"))”") }
        return DiskTree(root: sibling("new"), previous: try state() == .site ? PreviousTree(root: path) : nil)
    }

    /// The stage becomes the site, in one step where the file system can; then everything is made durable. Call while locked.
    func swapIn() throws(EnvironmentError) {
        let stage = sibling("new")
        if try state() == .absent {
            guard rename(stage, path) == 0 else { throw .system("cannot put the new site at “\(path)”") }
        } else if lutrin_exchange(stage, path) != 0 {
            guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw .system("cannot put the new site at “\(path)”") }
            guard rename(path, sibling("old")) == 0, rename(stage, path) == 0 else { throw .system("cannot put the new site at “\(path)”") }
        }
        try sync()
    }

    /// Whether the folder holds the site of an identity.
    func holds(_ identity: Fingerprint) throws(EnvironmentError) -> Bool {
        try DiskFiles(root: path).contents(of: SourcePath(Self.marker)) == Self.markerText(identity)
    }

    /// Puts one file in the place of another, in one step. Call while locked.
    /// - Returns: `false` where there is no such file, or it is the same already.
    func replace(_ file: OutputPath, by bytes: [UInt8]) throws(EnvironmentError) -> Bool {
        let old = try DiskFiles(root: path).contents(of: SourcePath(file.string))
        if old == nil || old == bytes { return false }
        let draft = sibling("new")
        try DiskTree(root: parent).write(bytes, to: OutputPath(".\(name).lutrin-new"))
        guard rename(draft, "\(path)/\(file.string)") == 0 else { throw .system("cannot put a new “\(file)” in place") }
        return true
    }

    /// Makes everything written so far durable.
    func sync() throws(EnvironmentError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot open “\(path)”") }
        defer { close(descriptor) }
        guard lutrin_sync_file_system(descriptor) == 0 else { throw .system("cannot make “\(path)” durable") }
    }

    /// Removes the site that was replaced, or a stage that will not be swapped in. Call while locked.
    func clear() throws(EnvironmentError) {
        for role in ["new", "old"] { try FileTree.remove(sibling(role)) }
    }
}
