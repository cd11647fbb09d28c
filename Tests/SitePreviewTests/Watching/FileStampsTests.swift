import Foundation
import Testing

@testable import SitePreview

/// Where the system cannot tell, two looks at the files do.
struct FileStampsTests {
    /// Two links that lead back would make a look as long as all ways through them.
    @Test func linksThatLeadBackAreNotFollowed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stamps-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        let module = folder.appending(path: "content/en/module")
        try FileManager.default.createDirectory(at: module, withIntermediateDirectories: true)
        try Data("# One".utf8).write(to: module.appending(path: "01.md"))
        for name in ["back", "again"] {
            try FileManager.default.createSymbolicLink(
                atPath: module.appending(path: name).path(percentEncoded: false), withDestinationPath: "..")
        }
        let before = FileStamps(of: folder.path(percentEncoded: false))
        try Data("# Another".utf8).write(to: module.appending(path: "01.md"))
        #expect(FileStamps(of: folder.path(percentEncoded: false)).changes(since: before) == ["content/en/module/01.md"])
    }

    @Test func twoLooksTellWhatIsAnother() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stamps-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ path: String, _ text: String) throws {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        for path in ["site.yml", "content/fr/index.md", "content/fr/a.md", "themes/t/layouts/page.mustache", "notes.txt"] {
            try write(path, "one")
        }
        let before = FileStamps(of: folder.path(percentEncoded: false))
        #expect(FileStamps(of: folder.path(percentEncoded: false)).changes(since: before).isEmpty)
        try write("content/fr/index.md", "two")
        try write("content/fr/core/01-new.md", "new")
        try write("notes.txt", "no part of a course")
        try FileManager.default.removeItem(at: folder.appending(path: "content/fr/a.md"))
        let after = FileStamps(of: folder.path(percentEncoded: false))
        #expect(after.changes(since: before) == ["content/fr/index.md", "content/fr/core/01-new.md", "content/fr/a.md"])
        // What somebody has told of meanwhile need not be told again.
        var known = before
        known.renew(["content/fr/index.md", "content/fr/a.md", "content/fr/core"])
        #expect(after.changes(since: known) == ["content/fr/core/01-new.md"])
    }
}
