/// Which paths of a project, relative to it, are part of its course.
enum CoursePath {
    static let settings = "site.yml"
    private static let content = "content"
    private static let themes = "themes"
    /// What is watched with all that lies in it.
    static let folders = [content, themes]
    /// Deeper than any course may be: what goes on is a link that leads back.
    static let deepest = 40

    static func contains(_ path: String) -> Bool { path == settings || folders.contains { isIn($0, path) } }

    /// Whether more than the content of pages depends on it.
    static func isOfTheme(_ path: String) -> Bool { path == settings || isIn(themes, path) }

    private static func isIn(_ folder: String, _ path: String) -> Bool { path == folder || path.hasPrefix("\(folder)/") }
}
