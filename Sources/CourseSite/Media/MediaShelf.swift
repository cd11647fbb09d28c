import Diagnostics
import Synchronization

/// What the files are that pages show: each is read once, however many pages show it, from any thread.
final class MediaShelf: Sendable {
    private let files: any ProjectFiles
    private let sizes = Mutex<[SourcePath: ImageSize?]>([:])
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
        guard let bytes = try files.contents(of: path) else { throw EnvironmentError("“\(path)” vanished while the site was built") }
        let report = FileReport(path, bytes)
        report.add(WebVTT.problems(in: bytes))
        if !report.diagnostics.isEmpty { found.withLock { $0[path] = report.diagnostics } }
    }

    /// The size of an image in CSS pixels; `nil` where its file does not say, or is none, which is then reported.
    func size(of path: SourcePath) throws(EnvironmentError) -> ImageSize? {
        if let known = sizes.withLock({ $0[path] }) { return known }
        // Two threads may measure the same file at once, with the same result.
        guard let bytes = try files.contents(of: path) else { throw EnvironmentError("“\(path)” vanished while the site was built") }
        let report = FileReport(path, bytes)
        let measurement = ImageMeasurer.measure(bytes, name: path.string)
        let inspection = ImageFormat(named: path.string) == .svg ? SVGInspector.inspect(bytes) : nil
        if let inspection, inspection.isSVG { report.add(inspection.problems) } else if let problem = measurement.problem { report.add([problem]) }
        let size: ImageSize? = if case .size(let size, _) = measurement { size } else { nil }
        sizes.withLock { $0[path] = size }
        if !report.diagnostics.isEmpty { found.withLock { $0[path] = report.diagnostics } }
        return size
    }
}
