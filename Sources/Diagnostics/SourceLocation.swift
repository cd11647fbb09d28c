/// A stretch of a file that a diagnostic points at, with the line it begins on, so that it can be shown without the file.
public struct SourceLocation: Hashable, Sendable {
    /// Relative to the project.
    public var path: String
    /// Where it begins.
    public var start: SourcePosition
    /// Exclusive.
    public var end: SourcePosition
    /// The text of the line on which it starts, of a long one the part around the start; none where the place is a whole file or folder.
    public var excerpt: String?
    /// The column of the excerpt's first character.
    public var excerptColumn: Int

    /// A stretch of a file.
    public init(path: String, start: SourcePosition, end: SourcePosition, excerpt: String?, excerptColumn: Int = 1) {
        self.path = path
        self.start = start
        self.end = end
        self.excerpt = excerpt
        self.excerptColumn = excerptColumn
    }

    /// A whole file or folder.
    public init(path: String) {
        let start = SourcePosition(line: 1, column: 1)
        self.init(path: path, start: start, end: start, excerpt: nil)
    }
}

extension SourceLocation: Comparable {
    /// By file, then by place.
    public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
        (a.path, a.start, a.end) < (b.path, b.start, b.end)
    }
}
