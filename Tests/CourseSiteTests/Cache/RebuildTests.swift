import Foundation
import Testing

@testable import CourseSite

/// A course on disk that is edited step by step, built from the record of the last build, and compared with a build from nothing.
private struct EditedCourse {
    let folder: String
    private(set) var random: SeededGenerator
    private var step = 0

    init(in folder: String, seed: UInt64) throws {
        self.folder = folder
        random = SeededGenerator(seed: seed)
        try write("site.yml", "name: course\ntitle: Course\nurl: https://example.org/\nlocales: [{code: fr, name: F}, {code: en, name: E}, {code: ar, name: A}]\ntheme: plain\n")
        for locale in ["fr", "en", "ar"] {
            try write("content/\(locale)/index.md", "---\nsummary: The course\n---\n# Home \(locale)\n\n## Section\n\nText.\n\n[Page](page.md)\n")
            try write("content/\(locale)/page.md", "# Page\n\n## A\n\nText.\n\n## B\n")
            for module in ["m1", "m2"] {
                try write("content/\(locale)/\(module)/index.md", "---\ntitle: Module \(module) \(locale)\nsummary: S\n---\n")
                for session in 1...3 where locale != "ar" || session == 1 {
                    try write(
                        "content/\(locale)/\(module)/0\(session)-s.md",
                        "---\ntitle: Session \(session)\nslug: s\(session)\nduration: \(session)0\n---\n## First\n\nText [home](../index.md) and [page](../page.md#a).\n\n## Second\n\n![Alt](media/a.svg)\n")
                }
            }
        }
        for module in ["m1", "m2"] { try write("content/fr/\(module)/media/a.svg", "<svg/>") }
        // What was written just now could change once more within the grain of the clock, and is read again: a course has usually been there for longer.
        usleep(60_000)
    }

    var builder: SiteBuilder {
        get throws {
            SiteBuilder(files: OverlayFiles(upper: try DiskFiles(root: folder), lower: try Fixture.sharedFiles()))
        }
    }

    private func write(_ path: String, _ text: String) throws {
        let url = URL(filePath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private var pages: [String] {
        (FileManager.default.enumerator(atPath: folder + "/content")?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }

    /// One random edit: most of them of a page's text, as in writing.
    mutating func edit() throws -> String {
        step += 1
        let page = "content/" + (pages.randomElement(using: &random) ?? "fr/index.md")
        let text = try String(contentsOfFile: folder + "/" + page, encoding: .utf8)
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9:
            try write(page, text + "\nParagraph \(step).\n")
            return "a paragraph more in \(page)"
        case 9, 10:
            try write(page, text.replacing("Text", with: "Tex\(step % 10)"))
            return "a word of the same length in \(page)"
        case 11:
            try write(page, text.replacing(/title: .*/, with: "title: Title \(step)"))
            return "another title in \(page)"
        case 12:
            try write(page, text + "\n## Heading \(step)\n")
            return "a heading more in \(page)"
        case 13 where !text.contains("order:"):
            try write(page, text.replacing("---\n## ", with: "order: \(step % 5)\n---\n## "))
            return "another order in \(page)"
        case 14:
            try write("content/fr/m1/media/a.svg", "<svg id=\"s\(step)\"/>")
            return "another picture"
        case 15:
            try write("content/fr/m1/9-new\(step).md", "# New \(step)\n\n[Back](index.md)\n")
            return "a page more"
        case 16 where page.contains("-s.md") || page.contains("/9-new"):
            try FileManager.default.removeItem(atPath: folder + "/" + page)
            return "without \(page)"
        case 17 where page.contains("/9-new"):
            try FileManager.default.moveItem(atPath: folder + "/" + page, toPath: folder + "/" + page.replacing("/9-new", with: "/9-new\(step)"))
            return "another name for \(page)"
        case 18 where !text.contains("updated:"):
            try write(page, text.replacing("---\ntitle", with: "---\nupdated: 2026-01-\(10 + step % 20)\ntitle"))
            return "another date in \(page)"
        default:
            // The file is written anew with what it held.
            try write(page, text)
            return "\(page) touched"
        }
    }
}

struct RebuildTests {
    /// Builds as the command does.
    /// - Returns: whether the site was patched.
    private func build(_ course: EditedCourse, _ publisher: SitePublisher, _ records: BuildCache) throws -> Bool {
        let builder = try course.builder
        if case .record(let last) = records.find(), let patch = try builder.rebuild(after: last), try publisher.apply(patch, after: last) {
            try records.keep(patch.build)
            return true
        }
        let result = try builder.build()
        guard let site = result.site else { return false }
        #expect(try publisher.publish(site) == [])
        if let build = result.build { try records.keep(build) } else { records.forget() }
        return false
    }

    private func files(in folder: String) throws -> [String: [UInt8]] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var files = [String: [UInt8]]()
        for path in paths {
            if let bytes = FileManager.default.contents(atPath: folder + "/" + path) { files[path] = Array(bytes) }
        }
        return files
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func aHundredEditsLeaveTheSiteThatABuildFromNothingMakes(seed: UInt64) throws {
        try withTemporaryFolder { folder in
            var course = try EditedCourse(in: folder, seed: seed)
            let publisher = SitePublisher(output: folder + "/site", project: folder, jobs: 1)
            let records = BuildCache(folder: folder + "/.lutrin")
            var patched = 0
            for step in 1...100 {
                let edit = try course.edit()
                patched += try build(course, publisher, records) ? 1 : 0
                let fresh = try course.builder.build()
                guard let site = fresh.site else {
                    Issue.record("step \(step): \(edit): \(fresh.diagnostics.map(\.message))")
                    return
                }
                let tree = MemoryTree()
                try SiteWriter(workers: Workers(count: 1)).write(site, to: tree)
                let expected = Dictionary(uniqueKeysWithValues: tree.files.map { ($0.key.string, $0.value) })
                let found = try files(in: folder + "/site")
                let differing = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
                #expect(differing.sorted() == [], "step \(step): \(edit)")
                if !differing.isEmpty { return }
            }
            #expect(patched >= 25, "of 100 builds, so few took the short way that this shows nothing")
        }
    }

    /// A way in which a record can be of no use.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let damaged: @Sendable ([UInt8]) -> [UInt8]?

        static let all = [
            Damage(testDescription: "nothing is there") { _ in nil },
            Damage(testDescription: "it is empty") { _ in [] },
            Damage(testDescription: "it is another program's") { _ in Array("#!/bin/sh\n".utf8) },
            Damage(testDescription: "its end is missing") { Array($0.dropLast(7)) },
            Damage(testDescription: "one bit is wrong") { bytes in bytes.enumerated().map { $0 == bytes.count / 2 ? $1 ^ 1 : $1 } },
            Damage(testDescription: "a length is absurd") { bytes in bytes.enumerated().map { $0 == 75 ? 0x7F : $1 } },
        ]
    }

    @Test(arguments: Damage.all)
    func aRecordThatIsNotIntactIsNoRecord(_ damage: Damage) throws {
        try withTemporaryFolder { folder in
            let course = try EditedCourse(in: folder, seed: 1)
            let records = BuildCache(folder: folder + "/.lutrin")
            _ = try build(course, SitePublisher(output: folder + "/site", project: folder, jobs: 1), records)
            let file = folder + "/.lutrin/record"
            let intact = Array(try #require(FileManager.default.contents(atPath: file)))
            guard case .record = records.find() else {
                Issue.record("the intact record is not found")
                return
            }
            try FileManager.default.removeItem(atPath: file)
            if let damaged = damage.damaged(intact) { try Data(damaged).write(to: URL(filePath: file)) }
            if case .record = records.find() { Issue.record("a record is taken for intact") }
        }
    }

    @Test func aSiteThatSomebodyElseMadeIsBuiltAnew() throws {
        try withTemporaryFolder { folder in
            let course = try EditedCourse(in: folder, seed: 1)
            let publisher = SitePublisher(output: folder + "/site", project: folder, jobs: 1)
            let records = BuildCache(folder: folder + "/.lutrin")
            #expect(try build(course, publisher, records) == false)
            #expect(try build(course, publisher, records) == true, "nothing has changed")
            try Data(OutputFolder.markerText(nil)).write(to: URL(filePath: folder + "/site/" + OutputFolder.marker))
            #expect(try build(course, publisher, records) == false)
            try FileManager.default.removeItem(atPath: folder + "/site")
            #expect(try build(course, publisher, records) == false)
            #expect(try build(course, publisher, records) == true)
        }
    }
}
