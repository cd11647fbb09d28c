import Glibc

/// The folder in which builds leave records for the next one. It can be deleted at any time, and shared between machines and branches.
public struct BuildCache: Sendable {
    /// What an intact record begins with; another version of the format has another number.
    private static let header = Array("lutrin build record 3\n".utf8)
    /// What most pages take in a record at most.
    private static let bytesOfPage = 768
    private let folder: String

    /// - Parameter folder: made when there is something to keep.
    public init(folder: String) {
        self.folder = folder
    }

    private var file: String { folder + "/record" }

    /// What was found in the folder.
    public enum Finding: Sendable {
        case nothing
        case record(LastBuild)
        /// Why it is of no use, for people.
        case unusable(String)
    }

    /// Looks for the record of the last build.
    public func find() -> Finding {
        guard let slash = file.lastIndex(of: "/"), let files = try? DiskFiles(root: String(file[..<slash])),
            let bytes = try? files.contents(of: SourcePath("record"))
        else { return .nothing }
        guard bytes.starts(with: Self.header) else { return .unusable("“\(file)” was not written by this version of Lutrin") }
        // The record stands behind its own fingerprint.
        var reader = RecordReader(bytes[Self.header.count...])
        do throws(RecordReader.Damage) {
            guard try reader.fingerprint() == Fingerprint(reader.rest) else { return .unusable("“\(file)” is damaged") }
            let record = try BuildRecord(from: &reader)
            return reader.isAtEnd ? .record(LastBuild(record: record)) : .unusable("“\(file)” is damaged")
        } catch {
            return .unusable("“\(file)” is damaged")
        }
    }

    /// Keeps the record of a build in place of the one before, whole or not at all.
    public func keep(_ build: LastBuild) throws(EnvironmentError) {
        var payload = RecordWriter(capacity: build.record.pages.count * Self.bytesOfPage)
        build.record.write(to: &payload)
        var head = RecordWriter()
        head.write(Fingerprint(payload.bytes))
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .system("cannot make the folder “\(folder)”") }
        let draft = "record.\(getpid())"
        unlink("\(folder)/\(draft)")
        try DiskTree(root: folder).write([Self.header + head.bytes, payload.bytes], to: OutputPath(draft))
        guard rename("\(folder)/\(draft)", file) == 0 else { throw .system("cannot keep “\(file)”") }
    }

    /// Takes the record away, after a build that leaves none.
    public func forget() {
        unlink(file)
    }
}

/// The record of a build, as it is handed from one to the next.
public struct LastBuild: Sendable {
    let record: BuildRecord

    /// How many pages its site has, all locales together.
    public var pageCount: Int { record.pageCount }
    /// How many locales.
    public var localeCount: Int { record.localeCount }
}
