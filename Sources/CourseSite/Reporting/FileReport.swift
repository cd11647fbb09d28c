import Diagnostics

/// Collects what is wrong in one file. The lines of the file are counted only when there is something to say about one.
///
/// Of each rule it tells a thousand breaches, and how many more there are: a file of a few megabytes has room for a million mistakes, most of
/// them the same, which nobody would read and which would take minutes to be told.
final class FileReport {
    private static let most = 1_000

    let path: SourcePath
    private let bytes: [UInt8]
    private(set) lazy var text = SourceText(path: path.string, bytes: bytes)
    private var told: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    /// For each rule of which there is more, the first diagnostic that is left out.
    private var surplus: [Diagnostic] = []

    init(_ path: SourcePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    var diagnostics: [Diagnostic] {
        told + surplus.map { .surplus(of: $0, (counts[$0.code] ?? 0) - Self.most, in: fileLocation) }
    }

    func add(_ diagnostic: Diagnostic) {
        add(diagnostic, at: diagnostic.location)
    }

    /// - Parameter location: is looked for only where the diagnostic is told.
    func add(_ diagnostic: Diagnostic, at location: @autoclosure () -> SourceLocation?) {
        counts[diagnostic.code, default: 0] += 1
        let count = counts[diagnostic.code] ?? 0
        if count == Self.most + 1 { surplus.append(diagnostic) }
        guard count <= Self.most else { return }
        var diagnostic = diagnostic
        diagnostic.location = location()
        told.append(diagnostic)
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

extension Diagnostic {
    fileprivate static func surplus(of diagnostic: Diagnostic, _ count: Int, in file: SourceLocation) -> Diagnostic {
        var surplus = diagnostic
        surplus.message = "there \(count == 1 ? "is one" : "are \(count)") more of this kind in the file"
        surplus.location = file
        surplus.notes = []
        surplus.help = "mend those that are told, then look again"
        return surplus
    }
}
