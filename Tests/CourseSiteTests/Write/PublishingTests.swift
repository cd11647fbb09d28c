import Diagnostics
import Foundation
import Glibc
import Testing

@testable import CourseSite

/// What becomes of the folder that holds the site.
struct PublishingTests {
    /// A project on disk with a home page, and its site.
    private struct Project {
        let folder: String
        var output: String { folder + "/site" }

        init(_ folder: String) throws {
            self.folder = folder
            try write("# Home\n", to: "content/fr/index.md")
            try write("title: Own\n", to: "themes/own/theme.yml")
            try write("name: a\ntitle: A\nlocales: [{code: fr, name: F}]\ntheme: plain\n", to: "site.yml")
        }

        func write(_ text: String, to path: String) throws {
            let file = URL(filePath: folder + "/" + path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func site() throws -> Site {
            let files = OverlayFiles(upper: try DiskFiles(root: folder), lower: try Fixture.sharedFiles())
            return try #require(try SiteBuilder(files: files).build().site)
        }

        func publish(to output: String? = nil) throws -> String {
            let publisher = SitePublisher(output: output ?? self.output, project: folder, jobs: 2)
            return TerminalRenderer(colour: false).render(try publisher.publish(try site())).replacing(folder, with: "PROJECT")
        }

        /// What lies in a folder and below, by path; links as where they lead.
        func tree(_ path: String = "site") -> [String: String] {
            let root = folder + "/" + path
            var tree = [String: String]()
            for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
                tree[name] = (try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)) ?? "folder"
            }
            return tree
        }
    }

    private func withProject(_ body: (Project) throws -> Void) throws {
        try withTemporaryFolder { try body(try Project(realPath($0) ?? $0)) }
    }

    @Test func aSiteIsMadeMarkedAndLeavesNothingBeside() throws {
        try withProject { project throws in
            #expect(try project.publish() == "")
            #expect(project.tree()["fr/index.html"]?.contains("<h1>Home</h1>") == true)
            let marker = try #require(project.tree()[OutputFolder.marker]).split(separator: "\n")
            #expect(marker.first == "This folder is a site made by Lutrin, and is replaced as a whole by the next build.")
            #expect(marker.dropFirst().map(\.count) == [32], "the site's fingerprint")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: project.folder).sorted() == [
                    ".site.lutrin-lock", "content", "site", "site.yml", "themes",
                ])
        }
    }

    /// Memory holds to the byte what the disk does.
    @Test func theTwinInMemoryHoldsTheSame() throws {
        try withProject { project throws in
            _ = try project.publish()
            let tree = MemoryTree()
            try SiteWriter(workers: Workers(count: 2)).write(try project.site(), to: tree)
            let onDisk = project.tree().filter { $0.value != "folder" }
            #expect(
                Dictionary(uniqueKeysWithValues: tree.files.map { ($0.key.string, String(decoding: $0.value, as: UTF8.self)) }) == onDisk)
        }
    }

    @Test func aSiteIsReplacedAsAWhole() throws {
        try withProject { project throws in
            try project.write("# Old\n", to: "content/fr/old.md")
            _ = try project.publish()
            #expect(project.tree()["fr/old.html"] != nil)
            try FileManager.default.removeItem(atPath: project.folder + "/content/fr/old.md")
            _ = try project.publish()
            #expect(project.tree()["fr/old.html"] == nil)
            #expect(project.tree()["fr/index.html"] != nil)
        }
    }

    @Test(arguments: ["notes.txt", ".hidden", "folder/file"])
    func aFolderOfSomethingElseIsLeftAlone(_ name: String) throws {
        try withProject { project throws in
            try project.write("mine", to: "site/" + name)
            let before = project.tree()
            #expect(
                try project.publish() == """
                    error: foreign-output: the folder holds something that Lutrin did not make
                     --> PROJECT/site
                      = help: choose another folder with --output, or empty this one; a folder with .lutrin-site in it is known as a site

                    """)
            #expect(project.tree() == before)
        }
    }

    @Test func aFileInThePlaceOfTheFolderIsLeftAlone() throws {
        try withProject { project throws in
            try project.write("mine", to: "site")
            #expect(try project.publish().hasPrefix("error: foreign-output"))
            #expect(try String(contentsOfFile: project.output, encoding: .utf8) == "mine")
        }
    }

    @Test func anEmptyFolderBecomesTheSite() throws {
        try withProject { project throws in
            try FileManager.default.createDirectory(atPath: project.output, withIntermediateDirectories: false)
            #expect(try project.publish() == "")
            #expect(project.tree()["fr/index.html"] != nil)
        }
    }

    @Test(arguments: ["", "/content", "/content/fr", "/content/fr/site", "/themes", "/themes/new", "/..", "/content/../content/x"])
    func theProjectsOwnFoldersAreNeverReplaced(_ path: String) throws {
        try withProject { project throws in
            let before = project.tree("")
            do {
                #expect(
                    try project.publish(to: project.folder + path).hasPrefix(
                        "error: foreign-output: a site in this folder would replace the project's own files"))
            } catch let error as EnvironmentError {
                #expect(error.description.hasSuffix("cannot hold a site"), "\(error)")
            }
            #expect(project.tree("") == before)
        }
    }

    @Test func aLockThatIsHeldIsAnError() throws {
        try withProject { project throws in
            _ = try project.publish()
            let lock = open(project.folder + "/.site.lutrin-lock", O_RDWR)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            #expect(throws: EnvironmentError("another build is writing “\(project.output)”: wait for it to end")) { try project.publish() }
            #expect(flock(lock, LOCK_UN) == 0)
            #expect(try project.publish() == "")
        }
    }

    @Test func whatAKilledBuildLeftIsCleared() throws {
        try withProject { project throws in
            _ = try project.publish()
            try project.write("half", to: ".site.lutrin-new/fr/index.html")
            try project.write("old", to: ".site.lutrin-old/fr/index.html")
            symlink("/etc", project.folder + "/.site.lutrin-old/etc")
            // A name in Latin-1, as somebody may have put it into the site.
            close(creat((project.folder + "/.site.lutrin-old/caf").utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 0], 0o666))
            #expect(try project.publish() == "")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: project.folder).sorted() == [
                    ".site.lutrin-lock", "content", "site", "site.yml", "themes",
                ])
            #expect(FileManager.default.fileExists(atPath: "/etc/passwd"))
        }
    }

    /// Killed between two renames, on a file system that cannot exchange.
    @Test func aSiteThatWasBeingReplacedComesBack() throws {
        try withProject { project throws in
            _ = try project.publish()
            rename(project.output, project.folder + "/.site.lutrin-old")
            let folder = try OutputFolder(project.output)
            try folder.locked { () throws(EnvironmentError) in try folder.recover() }
            #expect(project.tree()["fr/index.html"] != nil)
            #expect(!FileManager.default.fileExists(atPath: project.folder + "/.site.lutrin-old"))
        }
    }

    @Test func aBuildThatCannotWriteLeavesTheOldSite() throws {
        try withProject { project throws in
            try project.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "content/fr/a.svg")
            _ = try project.publish()
            let before = project.tree()
            let site = try project.site()
            try FileManager.default.removeItem(atPath: project.folder + "/content/fr/a.svg")
            let publisher = SitePublisher(output: project.output, project: project.folder, jobs: 2)
            #expect(throws: EnvironmentError("“content/fr/a.svg” vanished while the site was built")) { try publisher.publish(site) }
            #expect(project.tree() == before)
            #expect(!FileManager.default.fileExists(atPath: project.folder + "/.site.lutrin-new"))
        }
    }

    @Test func aLinkedFolderStaysALink() throws {
        try withProject { project throws in
            try FileManager.default.createDirectory(atPath: project.folder + "/www/real", withIntermediateDirectories: true)
            symlink("www/real", project.output)
            for _ in 0..<2 {
                #expect(try project.publish() == "")
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: project.output) == "www/real")
                #expect(project.tree("www/real")["fr/index.html"] != nil)
            }
        }
    }

    @Test func foldersOnTheWayAreMade() throws {
        try withProject { project throws in
            #expect(try project.publish(to: project.folder + "/a/./b//c/") == "")
            #expect(project.tree("a/b/c")["fr/index.html"] != nil)
        }
    }

    @Test(arguments: ["", "/", ".", "..", "a/.."])
    func whatIsNoFoldersNameIsRefused(_ path: String) {
        #expect(throws: EnvironmentError.self) { try OutputFolder(path) }
    }

    /// /proc takes no files from anybody, not even from root.
    @Test func aFolderThatCannotBeMadeIsAnError() {
        #expect {
            try OutputFolder("/proc/lutrin/site")
        } throws: { error in
            (error as? EnvironmentError)?.description.hasPrefix("cannot make the folder “/proc/lutrin”: ") == true
        }
    }

    @Test(
        .enabled(
            if: getuid() != 0, "needs a user who is not root: root may write everywhere, so that 1 test of missing permission is not run"))
    func missingPermissionIsAnError() throws {
        try withProject { project throws in
            _ = try project.publish()
            chmod(project.folder, 0o555)
            defer { chmod(project.folder, 0o755) }
            #expect(throws: EnvironmentError.self) { try project.publish() }
            #expect(project.tree()["fr/index.html"] != nil)
        }
    }
}
