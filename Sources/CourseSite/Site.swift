/// The finished site as a value: every file it has, each with its bytes or the way to make them. Writing, previewing, comparing and publishing start from here.
public struct Site: Sendable {
    /// A file of the site.
    public struct Output: Sendable {
        /// Where it lies in the site.
        public let path: OutputPath
        let content: Content
    }

    enum Content: Sendable {
        case bytes([UInt8])
        /// Rendered when it is asked for: the pages of a large course together would not fit into memory comfortably.
        case page(PageNumber, edition: Int)
        /// Copied from the project.
        case source(SourcePath)
    }

    /// By path.
    public let outputs: [Output]
    /// By what the site is known to be the one that was made from a certain input; `nil` where that is not recorded.
    let identity: Fingerprint?
    private let renderer: PageRenderer
    private let files: any ProjectFiles

    init(outputs: [Output], identity: Fingerprint?, renderer: PageRenderer, files: any ProjectFiles) {
        self.identity = identity
        self.outputs = outputs.sorted { $0.path < $1.path }
        self.renderer = renderer
        self.files = files
    }

    /// The same site with pages as another renderer makes them.
    func rendered(by renderer: PageRenderer) -> Site {
        Site(sorted: outputs, renderer: renderer, files: files)
    }

    /// Of no known input.
    private init(sorted outputs: [Output], renderer: PageRenderer, files: any ProjectFiles) {
        self.outputs = outputs
        identity = nil
        self.renderer = renderer
        self.files = files
    }

    /// Replaces `buffer` by the bytes of an output.
    func make(_ output: Output, into buffer: inout [UInt8]) throws(EnvironmentError) {
        buffer.removeAll(keepingCapacity: true)
        switch output.content {
        case .bytes(let bytes): buffer = bytes
        case .page(let number, let index):
            let edition = renderer.course.editions[index]
            if let page = edition.page(number) { renderer.render(page, of: edition, into: &buffer) }
        case .source(let path):
            guard let bytes = try files.contents(of: path) else { throw EnvironmentError("“\(path)” vanished while the site was built") }
            buffer = bytes
        }
    }

    /// The bytes of an output.
    public func bytes(of output: Output) throws(EnvironmentError) -> [UInt8] {
        var buffer = [UInt8]()
        try make(output, into: &buffer)
        return buffer
    }
}
