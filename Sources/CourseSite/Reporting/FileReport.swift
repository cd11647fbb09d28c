import Diagnostics

/// Collects what is wrong in one file. The lines of the file are counted only when there is something to say about one.
final class FileReport {
    private let path: SourcePath
    private let bytes: [UInt8]
    private lazy var text = SourceText(path: path.string, bytes: bytes)
    private(set) var diagnostics: [Diagnostic] = []

    init(_ path: SourcePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func add(_ more: some Sequence<Diagnostic>) {
        diagnostics.append(contentsOf: more)
    }

    /// Byte offsets in the file.
    func location(of range: Range<Int>) -> SourceLocation {
        text.location(of: range)
    }

    func location(from start: SourcePosition, to end: SourcePosition) -> SourceLocation {
        text.location(from: start, to: end)
    }

    func location(of located: Located<some Sendable>) -> SourceLocation {
        text.location(from: located.start, to: located.end)
    }

    var fileLocation: SourceLocation { SourceLocation(path: path.string) }
}
