/// The finished site as a value: every file it has, each with its bytes or the way to make them. Writing, previewing, comparing and publishing start from here.
public struct Site: Sendable {
    /// A file of the site.
    public struct Output: Sendable {
        /// Where it lies in the site.
        public let path: OutputPath
        let content: Content

        /// Whether it is a file of the project, copied as it is; such a file may be of any size.
        public var isSource: Bool {
            if case .source = content { true } else { false }
        }
    }

    enum Content: Sendable {
        case bytes([UInt8])
        /// Rendered when it is asked for: the pages of a large course together would not fit into memory comfortably.
        case page(PageNumber, edition: Int)
        /// Copied from the project.
        case source(SourcePath)
        /// An offline copy, made when it is asked for first.
        case archive(Publication)
    }

    /// By path.
    public let outputs: [Output]
    /// By what the site is known to be the one that was made from a certain input; `nil` where that is not recorded.
    let identity: Fingerprint?
    let renderer: PageRenderer
    /// `nil` where no offline copies are offered.
    let archives: ArchiveShelf?
    let files: any ProjectFiles

    init(outputs: [Output], identity: Fingerprint?, renderer: PageRenderer, archives: ArchiveShelf?, files: any ProjectFiles) {
        self.init(sorted: outputs.sorted { $0.path < $1.path }, identity: identity, renderer: renderer, archives: archives, files: files)
    }

    /// The same site, of no known input, with pages as another renderer makes them, and offline copies of these.
    func rendered(by renderer: PageRenderer, archives: ArchiveShelf?) -> Site {
        Site(sorted: outputs, identity: nil, renderer: renderer, archives: archives, files: files)
    }

    private init(sorted outputs: [Output], identity: Fingerprint?, renderer: PageRenderer, archives: ArchiveShelf?, files: any ProjectFiles)
    {
        self.outputs = outputs
        self.identity = identity
        self.renderer = renderer
        self.archives = archives
        self.files = files
    }

    /// Replaces `buffer` by the bytes of an output.
    func make(_ output: Output, into buffer: inout [UInt8]) throws(EnvironmentError) {
        buffer.removeAll(keepingCapacity: true)
        switch output.content {
        case .bytes(let bytes): buffer = bytes
        case .page(let number, let index):
            let edition = renderer.course.editions[index]
            guard let page = edition.page(number) else { return }
            let offered = archives == nil ? [] : Publication.offered(on: page, of: edition)
            if let archives, !offered.isEmpty {
                renderer.stating(try archives.sizes(of: offered)).render(page, of: edition, into: &buffer)
            } else {
                renderer.render(page, of: edition, into: &buffer)
            }
        case .source(let path): buffer = try found(try files.contents(of: path), path)
        case .archive(let publication): buffer = try archives?.archive(publication) ?? []
        }
    }

    /// The bytes of an output. Of the offline copies it makes those that it needs: itself, or those whose sizes it states.
    public func bytes(of output: Output) throws(EnvironmentError) -> [UInt8] {
        var buffer = [UInt8]()
        try make(output, into: &buffer)
        return buffer
    }

    /// What was read of a file of the project, which must still be there.
    func found<Value>(_ value: Value?, _ path: SourcePath) throws(EnvironmentError) -> Value {
        guard let value else { throw EnvironmentError("“\(path)” vanished while the site was built") }
        return value
    }
}
