/// A file or folder of the project, relative to it: `content/fr/core/01-challenges.md`. No `.` or `..`, no leading slash.
struct SourcePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    let string: String

    init(_ string: String) {
        self.string = string
    }

    static let root = SourcePath("")

    var description: String { string }

    func appending(_ name: String) -> SourcePath {
        guard !string.isEmpty else { return SourcePath(name) }
        // Interpolation takes three times as long, and paths are put together for every file.
        var path = string
        path.reserveCapacity(string.utf8.count + 1 + name.utf8.count)
        path += "/"
        path += name
        return SourcePath(path)
    }

    static func < (a: SourcePath, b: SourcePath) -> Bool { a.string < b.string }
}
