import Foundation
import Glibc
import Testing

@testable import CourseSite

/// The project on disk and its twin in memory answer alike.
struct DiskFilesTests {
    private static let files = ["a.md": "# A", "folder/b.md": "", "folder/deep/c.svg": "<svg/>", "é/d e.txt": "x"]

    private func withBoth(_ body: (_ folder: String, _ both: [any ProjectFiles]) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for (path, text) in Self.files {
                let file = URL(filePath: "\(folder)/\(path)")
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            try body(folder, [try DiskFiles(root: folder), MemoryFiles(Self.files)])
        }
    }

    @Test func entriesAreTheSame() throws {
        try withBoth { _, both throws in
            for files in both {
                #expect(
                    Set(try files.entries(of: .root)) == [
                        FolderEntry(name: "a.md", kind: .file(size: 3)), FolderEntry(name: "folder", kind: .folder),
                        FolderEntry(name: "é", kind: .folder),
                    ])
                #expect(
                    Set(try files.entries(of: SourcePath("folder"))) == [
                        FolderEntry(name: "b.md", kind: .file(size: 0)), FolderEntry(name: "deep", kind: .folder),
                    ])
                for none in ["nowhere", "a.md", "folder/nowhere"] { #expect(try files.entries(of: SourcePath(none)) == []) }
            }
        }
    }

    @Test func contentsAndSizesAreTheSame() throws {
        try withBoth { _, both throws in
            for files in both {
                for (path, text) in Self.files {
                    #expect(try files.contents(of: SourcePath(path)) == Array(text.utf8))
                    #expect(try files.size(of: SourcePath(path)) == text.utf8.count)
                }
                for none in ["nowhere", "folder", "a.md/b"] {
                    #expect(try files.contents(of: SourcePath(none)) == nil)
                    #expect(try files.size(of: SourcePath(none)) == nil)
                }
            }
        }
    }

    @Test func linksInsideTheProjectAreFollowed() throws {
        try withBoth { folder, both throws in
            symlink("folder/b.md", folder + "/link.md")
            symlink("folder", folder + "/linked")
            let kinds = Dictionary(uniqueKeysWithValues: try both[0].entries(of: .root).map { ($0.name, $0.kind) })
            #expect(kinds["link.md"] == .file(size: 0))
            #expect(kinds["linked"] == .folder)
        }
    }

    @Test func aProjectThatIsNotThereIsAnError() {
        #expect(throws: EnvironmentError("cannot open the project folder “/nowhere/at/all”: no such file or directory")) {
            try DiskFiles(root: "/nowhere/at/all")
        }
    }
}
