import Foundation
import Glibc
import Testing

@testable import CourseSite

/// The project on disk and its twin in memory answer alike.
struct DiskFilesTests {
    private static let files = [
        "a.md": "# A", "folder/b.md": "", "folder/deep/c.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "é/d e.txt": "x",
    ]

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
                #expect(try sizes(in: .root, of: files) == ["a.md": 3, "folder": nil, "é": nil])
                #expect(try sizes(in: SourcePath("folder"), of: files) == ["b.md": 0, "deep": nil])
                for none in ["nowhere", "a.md", "folder/nowhere"] { #expect(try files.entries(of: SourcePath(none)) == []) }
            }
        }
    }

    /// Files by name with their sizes in bytes, folders without.
    private func sizes(in folder: SourcePath, of files: any ProjectFiles) throws -> [String?: Int?] {
        Dictionary(
            uniqueKeysWithValues: try files.entries(of: folder).map { entry in
                if case .file(let stamp) = entry.kind { (entry.name, stamp.size) } else { (entry.name, nil) }
            })
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

    @Test func rangesAreTheSame() throws {
        try withBoth { _, both throws in
            for files in both {
                for (path, text) in Self.files {
                    #expect(try files.stamp(of: SourcePath(path))?.size == text.utf8.count)
                    for range in [0..<0, 0..<2, 1..<3, 2..<100, 100..<200, 0..<Int.max] {
                        #expect(
                            try files.contents(of: SourcePath(path), in: range)
                                == Array(text.utf8.dropFirst(range.lowerBound).prefix(range.count)))
                    }
                }
                for none in ["nowhere", "folder", "a.md/b"] {
                    #expect(try files.contents(of: SourcePath(none), in: 0..<1) == nil)
                    #expect(try files.stamp(of: SourcePath(none)) == nil)
                }
            }
        }
    }

    /// A stamp is the one that the folder has of the file.
    @Test func stampsAreTheSame() throws {
        try withBoth { _, both throws in
            for files in both {
                let entry = try files.entries(of: .root).first { $0.name == "a.md" }
                #expect(try files.stamp(of: SourcePath("a.md")).map { FolderEntry.Kind.file($0) } == entry?.kind)
            }
        }
    }

    @Test func linksOutOfTheProjectLeadToNoFile() throws {
        try withTemporaryFolder { outside in
            try Data("secret".utf8).write(to: URL(filePath: outside + "/secret.md"))
            try withBoth { folder, both throws in
                symlink(outside + "/secret.md", folder + "/link.md")
                symlink(outside, folder + "/linked")
                symlink("folder/b.md", folder + "/inside.md")
                for path in ["link.md", "linked/secret.md"].map(SourcePath.init) {
                    #expect(try both[0].contents(of: path) == nil)
                    #expect(try both[0].contents(of: path, in: 0..<3) == nil)
                    #expect(try both[0].stamp(of: path) == nil)
                }
                #expect(try both[0].contents(of: SourcePath("inside.md")) == [])
            }
        }
    }

    @Test func linksInsideTheProjectAreFollowed() throws {
        try withBoth { folder, both throws in
            symlink("folder/b.md", folder + "/link.md")
            symlink("folder", folder + "/linked")
            let sizes = try sizes(in: .root, of: both[0])
            #expect(sizes["link.md"] == 0)
            #expect(sizes["linked"] == .some(nil))
        }
    }

    @Test func aProjectThatIsNotThereIsAnError() {
        #expect(throws: EnvironmentError("cannot open the project folder “/nowhere/at/all”: no such file or directory")) {
            try DiskFiles(root: "/nowhere/at/all")
        }
    }
}
