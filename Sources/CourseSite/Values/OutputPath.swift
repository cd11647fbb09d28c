/// A file of the site, relative to its root, as it stands on disk: `fr/core/defis.html`.
public struct OutputPath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// As it stands on disk, `/` between folders.
    public let string: String

    init(_ string: String) {
        self.string = string
    }

    /// The path itself.
    public var description: String { string }

    func appending(_ name: String) -> OutputPath {
        OutputPath(string.isEmpty ? name : "\(string)/\(name)")
    }

    /// Behind the last slash.
    var name: Substring.UTF8View { string[(string.utf8.lastIndex(of: UInt8(ascii: "/")).map(string.utf8.index(after:)) ?? string.startIndex)...].utf8 }

    /// What two files share whose names differ in case alone: on a USB stick they would be one.
    var folded: String { string.lowercased() }

    /// By the path, scalar by scalar.
    public static func < (a: OutputPath, b: OutputPath) -> Bool { a.string < b.string }
}
