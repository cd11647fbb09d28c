/// What a look at the project's files brought.
public struct FileChange: Hashable, Sendable {
    /// These may have been written, made, moved or removed; relative to the project.
    public var paths: Set<String> = []
    /// Whether files beside these may have changed, too: folders came or went, or more happened than the system could tell.
    public var isMore = false
    /// Whether the project's folder is not there any more.
    public var hasVanished = false

    /// A file was made and removed again.
    static let passed = FileChange()
    /// More than one can tell.
    static let anything = FileChange(isMore: true)
    /// The project is not there.
    static let vanished = FileChange(hasVanished: true)
}
