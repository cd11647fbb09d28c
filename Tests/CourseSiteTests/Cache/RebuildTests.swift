import Foundation
import Testing

@testable import CourseSite

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
                let edit = try course.edit().what
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
