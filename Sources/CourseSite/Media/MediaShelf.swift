import Diagnostics
import Synchronization

/// What the files are that pages show: each is read once, however many pages show it, from any thread.
final class MediaShelf: Sendable {
    private let files: any ProjectFiles
    private let sizes = Mutex<[SourcePath: ImageSize?]>([:])
    private let transcripts = Mutex<[SourcePath: [UInt8]]>([:])
    private let found = Mutex<[SourcePath: [Diagnostic]]>([:])

    init(files: any ProjectFiles) {
        self.files = files
    }

    /// What is wrong in files that were looked at, by path.
    var diagnostics: [Diagnostic] {
        found.withLock { $0.sorted { $0.key < $1.key }.flatMap(\.value) }
    }

    /// Looks for mistakes in captions.
    func check(captions path: SourcePath) throws(EnvironmentError) {
        let bytes = try contents(of: path)
        tell(WebVTT.problems(in: bytes), of: path, bytes)
    }

    /// What captions say, as HTML.
    func transcript(of path: SourcePath) throws(EnvironmentError) -> [UInt8] {
        if let known = transcripts.withLock({ $0[path] }) { return known }
        let html = Transcript.html(of: try contents(of: path))
        transcripts.withLock { $0[path] = html }
        return html
    }

    /// The size of an image in CSS pixels; `nil` where its file does not say, or is none, which is then reported.
    func size(of path: SourcePath) throws(EnvironmentError) -> ImageSize? {
        if let known = sizes.withLock({ $0[path] }) { return known }
        // Two threads may measure the same file at once, with the same result.
        let bytes = try contents(of: path)
        let (size, problems) = look(at: bytes, name: path.string)
        tell(problems, of: path, bytes)
        sizes.withLock { $0[path] = size }
        return size
    }

    /// A drawing is read once for both; of all other images only the header is.
    private func look(at bytes: [UInt8], name: String) -> (ImageSize?, [MediaProblem]) {
        if ImageFormat(named: name) == .svg, case let drawing = SVGInspector.inspect(bytes), drawing.isSVG {
            return (drawing.size, drawing.problems)
        }
        let measurement = ImageMeasurer.measure(bytes, name: name)
        let size: ImageSize? = if case .size(let size, _) = measurement { size } else { nil }
        return (size, measurement.problem.map { [$0] } ?? [])
    }

    private func contents(of path: SourcePath) throws(EnvironmentError) -> [UInt8] {
        guard let bytes = try files.contents(of: path) else { throw EnvironmentError("“\(path)” vanished while the site was built") }
        return bytes
    }

    private func tell(_ problems: [MediaProblem], of path: SourcePath, _ bytes: [UInt8]) {
        guard !problems.isEmpty else { return }
        let report = FileReport(path, bytes)
        report.add(problems)
        found.withLock { $0[path] = report.diagnostics }
    }
}
