import Foundation
import Testing

@testable import SitePreview

/// While git changes files, nothing is built of them.
struct GitLockTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "git-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "a/course"), withIntermediateDirectories: true)
        try body(folder)
    }

    private func path(_ folder: URL, _ rest: String = "") -> String { folder.appending(path: rest).path(percentEncoded: false) }

    private func make(_ folder: URL, _ rest: String) throws {
        try FileManager.default.createDirectory(at: folder.appending(path: rest), withIntermediateDirectories: true)
    }

    @Test func itIsHeldWhileTheFileIsThere() throws {
        try withFolder { folder in
            try make(folder, ".git")
            let lock = try #require(GitLock(of: path(folder, "a/course")))
            #expect(!lock.isHeld)
            try Data().write(to: folder.appending(path: ".git/index.lock"))
            #expect(lock.isHeld)
            try FileManager.default.removeItem(at: folder.appending(path: ".git/index.lock"))
            #expect(!lock.isHeld)
        }
    }

    @Test(arguments: [-3_600.0, 3_600])
    func aLockOfAnotherHourIsNobodys(_ seconds: Double) throws {
        try withFolder { folder in
            try make(folder, ".git")
            let file = folder.appending(path: ".git/index.lock")
            try Data().write(to: file)
            try FileManager.default.setAttributes([.modificationDate: Date.now + seconds], ofItemAtPath: path(folder, ".git/index.lock"))
            #expect(GitLock(of: path(folder))?.isHeld == false)
        }
    }

    @Test(arguments: [true, false])
    func aWorktreeSaysWhereItsRepositoryLies(_ isAbsolute: Bool) throws {
        try withFolder { folder in
            try make(folder, "repository/worktrees/a")
            let place = isAbsolute ? path(folder, "repository/worktrees/a") : "../repository/worktrees/a"
            try Data("gitdir: \(place)\n".utf8).write(to: folder.appending(path: "a/.git"))
            let lock = try #require(GitLock(of: path(folder, "a/course")))
            #expect(!lock.isHeld)
            try Data().write(to: folder.appending(path: "repository/worktrees/a/index.lock"))
            #expect(lock.isHeld)
        }
    }

    @Test func aFileThatSaysNothingIsNoRepository() throws {
        try withFolder { folder in
            try Data("anything".utf8).write(to: folder.appending(path: "a/.git"))
            try Data().write(to: folder.appending(path: "a/index.lock"))
            #expect(GitLock(of: path(folder, "a/course"))?.isHeld != true)
        }
    }
}
