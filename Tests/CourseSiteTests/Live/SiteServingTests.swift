import Foundation
import Glibc
import Testing

@testable import CourseSite

/// What a server asks of a site.
struct SiteServingTests {
    @Test func everyOutputIsFoundAtItsPathAndNothingElse() throws {
        let site = try LiveCourse().site
        for output in site.outputs { #expect(site.output(at: output.path)?.path == output.path) }
        for path in ["", "fr", "fr/", "fr/core", "zz", "0", "fr/core/a.htm", "fr/core/a.html/", "/fr/index.html"] {
            #expect(site.output(at: OutputPath(path)) == nil)
        }
        for path in ["fr/core/a.html", "index.html", "fr/downloads/course-fr.zip"] {
            #expect(site.output(at: OutputPath(path))?.isSource == false, "\(path)")
        }
        #expect(site.output(at: OutputPath("fr/film.mp4"))?.isSource == true)
    }

    @Test func filesOfTheProjectAreFoundWhereTheyLie() throws {
        let site = try LiveCourse().site
        #expect(site.files(from: ["content/fr/film.mp4", "content/fr/core/a.md", "content/fr/none.png"]) == [OutputPath("fr/film.mp4")])
        #expect(site.files(from: ["content/fr"]).contains(OutputPath("fr/film.mp4")))
        #expect(site.files(from: ["content/f", "film.mp4"]).isEmpty && site.files(from: []).isEmpty)
    }

    @Test func rangesArePartsOfTheBytes() throws {
        let course = try LiveCourse()
        let site = try course.site
        for path in ["fr/film.mp4", "fr/core/a.html", "index.html", "fr/downloads/course-fr.zip"] {
            let output = try #require(site.output(at: OutputPath(path)))
            let bytes = try site.bytes(of: output)
            #expect(try site.size(of: output) == bytes.count)
            for range in [
                0..<1, 3..<7, 0..<bytes.count, 5..<bytes.count + 10, bytes.count..<bytes.count + 1, 2..<2, 1_000_000..<2_000_000, -5..<3,
                .max - 1 ..< .max,
            ] {
                #expect(
                    try site.bytes(of: output, in: range) == Array(bytes.enumerated().filter { range.contains($0.offset) }.map(\.element)),
                    "\(path) \(range)")
            }
        }
        let reads = course.files.reads(of: "content/fr/film.mp4")
        _ = try site.bytes(of: try #require(site.output(at: OutputPath("fr/film.mp4"))), in: 0..<4)
        #expect(course.files.reads(of: "content/fr/film.mp4") == reads)
    }

    @Test func versionsTellEveryChangeOfAText() throws {
        let course = try LiveCourse()
        func versions() throws -> [String: String] {
            let site = try course.site
            return Dictionary(uniqueKeysWithValues: try site.outputs.map { ($0.path.string, try site.version(of: $0)) })
        }
        let before = try versions()
        #expect(Set(before.values.map(\.utf8.count)) == [32])
        #expect(try versions() == before)
        _ = try course.write("content/en/1-core/1-a.md", "# A\n\nTEXT.")
        _ = try course.write("content/fr/film.mp4", "9876543210")
        let after = try versions()
        let changed = before.keys.filter { before[$0] != after[$0] }.sorted()
        #expect(
            Set(changed).isSuperset(of: [
                "en/core/a.html", "en/downloads/course-1-core-en.zip", "en/downloads/course-en.zip", "fr/film.mp4",
            ]))
        #expect(Set(changed).isDisjoint(with: ["fr/core/a.html", "fr/downloads/course-fr.zip", "index.html"]))
    }

    /// Written in place, as often as can be, with as many bytes: within one tick of the file system's clock nothing but the content differs.
    @Test func versionsTellEveryChangeOfAFile() throws {
        try withTemporaryFolder { folder in
            let course = try EditedCourse(in: folder, seed: 1)
            let site = try #require(try course.builder.build().site)
            let output = try #require(site.output(at: OutputPath("fr/m1/media/a.mp4")))
            let file = folder + "/content/fr/m1/media/a.mp4"
            let descriptor = open(file, O_WRONLY)
            defer { close(descriptor) }
            var versions = Set<String>()
            for number in 0..<500 {
                let text = String(1000 + number)
                #expect(pwrite(descriptor, text, 4, 0) == 4)
                #expect(versions.insert(try site.version(of: output)).inserted, "\(number)")
            }
            usleep(120_000)
            let settled = try site.version(of: output)
            #expect(versions.insert(settled).inserted)
            #expect(try site.version(of: output) == settled)
        }
    }

    /// What has become a way out of the project since the site was built is not read, whether the file itself is swapped or a folder above it.
    @Test(arguments: ["content/fr/m1/media/a.mp4", "content/fr/m1/media", "content/fr/m1"])
    func noLinkLeadsOutOfTheProject(_ swapped: String) throws {
        try withTemporaryFolder { folder in
            let (project, outside) = (folder + "/project", folder + "/outside")
            for folder in [project, outside] { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
            let course = try EditedCourse(in: project, seed: 1)
            let site = try #require(try course.builder(defersArchives: true).build().site)
            let output = try #require(site.output(at: OutputPath("fr/m1/media/a.mp4")))
            #expect(try site.bytes(of: output) == Array("mp4".utf8))
            try FileManager.default.moveItem(atPath: project + "/" + swapped, toPath: outside + "/moved")
            try FileManager.default.createSymbolicLink(atPath: project + "/" + swapped, withDestinationPath: outside + "/moved")
            #expect(throws: EnvironmentError.self) { try site.bytes(of: output) }
            #expect(throws: EnvironmentError.self) { try site.bytes(of: output, in: 0..<2) }
            #expect(throws: EnvironmentError.self) { try site.size(of: output) }
            #expect(throws: EnvironmentError.self) { try site.version(of: output) }
            // A link that stays in the project is followed, also an absolute one.
            try FileManager.default.removeItem(atPath: project + "/" + swapped)
            try FileManager.default.moveItem(atPath: outside + "/moved", toPath: project + "/moved")
            for target in [project + "/moved", String(repeating: "../", count: swapped.split(separator: "/").count - 1) + "moved"] {
                try FileManager.default.createSymbolicLink(atPath: project + "/" + swapped, withDestinationPath: target)
                #expect(try site.bytes(of: output) == Array("mp4".utf8))
                #expect(try site.bytes(of: output, in: 1..<3) == Array("p4".utf8))
                try FileManager.default.removeItem(atPath: project + "/" + swapped)
            }
        }
    }

    @Test(arguments: [
        ("", "/"), ("url: https://example.org", "/"), ("url: https://example.org/toolbox", "/toolbox/"),
        ("url: http://a.org:8080/b/c/", "/b/c/"),
    ])
    func theBasePathIsThatOfTheAddress(_ setting: String, _ expected: String) throws {
        let site = try LiveCourse(settings: setting).site
        #expect(site.basePath == expected)
        #expect(site.title == "Course")
    }

    @Test(arguments: [
        ("content/fr/1-core/1-a.md", "fr/core/a.html"), ("content/en/1-core/1-a.md", "en/core/a.html"),
        ("content/fr/index.md", "fr/index.html"),
        ("content/fr/2-more/index.md", "fr/more/index.html"), ("content/en/index.md", nil), ("content/fr/film.mp4", nil), ("", nil),
    ])
    func aFileHasAPage(_ source: String, _ expected: String?) throws {
        #expect(try LiveCourse().site.page(from: source)?.string == expected)
    }
}
