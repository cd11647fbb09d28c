/// A file or folder of the project, relative to it: `content/fr/core/01-challenges.md`. No `.` or `..`, no leading slash.
struct SourcePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    let string: String

    init(_ string: String) {
        self.string = string
    }

    static let root = SourcePath("")

    var description: String { string }

    func appending(_ name: String) -> SourcePath {
        SourcePath(joined(string, name))
    }

    static func < (a: SourcePath, b: SourcePath) -> Bool { a.string < b.string }
}
