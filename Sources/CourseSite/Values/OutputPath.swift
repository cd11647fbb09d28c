/// A file of the site, relative to its root, as it stands on disk: `fr/core/defis.html`.
public struct OutputPath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// As it stands on disk, `/` between folders.
    public let string: String

    /// - Parameter string: as it stands on disk, `/` between folders, none at either end.
    public init(_ string: String) {
        self.string = string
    }

    /// The path itself.
    public var description: String { string }

    func appending(_ name: String) -> OutputPath {
        OutputPath(joined(string, name))
    }

    /// The folders in which files lie, each once, without the root: of folders of folders the outer one too.
    static func folders<Paths: Sequence>(of paths: Paths) -> Set<Substring> where Paths.Element == String {
        var folders = Set<Substring>()
        var previous: Substring = ""
        for path in paths {
            var rest = path[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                // Files come folder by folder.
                if rest == previous { break }
                if !folders.insert(rest).inserted { break }
            }
            if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { previous = path[..<slash] }
        }
        return folders
    }

    /// Before the last slash; nothing for a file in the root.
    var folder: OutputPath { OutputPath(string.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(string[..<$0]) } ?? "") }

    /// Behind the last slash.
    var name: Substring.UTF8View {
        string[(string.utf8.lastIndex(of: UInt8(ascii: "/")).map(string.utf8.index(after:)) ?? string.startIndex)...].utf8
    }

    /// What two files share whose names differ in case alone: on a USB stick they would be one.
    var folded: String { string.lowercased() }

    /// By the path, scalar by scalar.
    public static func < (a: OutputPath, b: OutputPath) -> Bool { a.string < b.string }
}
