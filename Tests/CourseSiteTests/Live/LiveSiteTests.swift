import Testing

@testable import CourseSite

/// A site that is kept in memory is at every moment the one that a build from nothing makes.
struct LiveSiteTests {
    private func files(of site: Site) throws -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: try site.outputs.map { ($0.path.string, try site.bytes(of: $0)) })
    }

    @Test(arguments: [(11, false), (12, false), (13, true), (14, true), (15, true)] as [(UInt64, Bool)])
    func aHundredEditsKeepItCurrent(seed: UInt64, withDownloads: Bool) throws {
        try withTemporaryFolder { folder in
            var course = try EditedCourse(in: folder, seed: seed, settings: withDownloads ? "downloads: [zip]\n" : "")
            let live = LiveSite(try course.builder(defersArchives: true))
            try live.build()
            var (short, unchanged) = (0, 0)
            for step in 1...100 {
                let before = try files(of: try #require(live.site))
                let edit = try course.edit()
                let update = try live.update(after: edit.paths)
                let after = try files(of: try #require(live.site))
                let fresh = try course.builder.build()
                #expect(fresh.diagnostics.map(\.message) == live.diagnostics.map(\.message))
                let expected = try files(of: try #require(fresh.site))
                let differing = Set(expected.keys).union(after.keys).filter { expected[$0] != after[$0] }
                #expect(differing.sorted() == [], "step \(step): \(edit.what)")
                if !differing.isEmpty { return }
                let changed = after.keys.filter { before[$0] != after[$0] }
                switch update {
                case .nothing:
                    unchanged += 1
                    #expect(changed == [], "step \(step): \(edit.what)")
                case .pages(let pages):
                    short += 1
                    #expect(Set(changed.filter { !$0.hasSuffix(".zip") }).isSubset(of: pages.map(\.string)), "step \(step): \(edit.what)")
                    #expect(Set(pages).count == pages.count)
                case .everything: continue
                }
            }
            #expect(short >= 15 && unchanged >= 5, "of 100 updates, so few took the short ways that this shows nothing")
        }
    }

    @Test func aMistakeLeavesTheLastSiteAndIsTold() throws {
        let files = MutableFiles([
            "site.yml": "name: c\ntitle: C\nlocales: [{code: fr, name: F}]\ntheme: plain\n",
            "content/fr/index.md": "# Home\n\nText.\n",
        ])
        let live = LiveSite(SiteBuilder(files: OverlayFiles(upper: files, lower: try Fixture.sharedFiles())))
        try live.build()
        #expect(live.diagnostics.isEmpty)
        let first = try self.files(of: try #require(live.site))
        files["content/fr/index.md"] = "# Home\n\n[Nowhere](nowhere.md)\n"
        _ = try live.update(after: ["content/fr/index.md"])
        #expect(live.diagnostics.map(\.code) == ["broken-link"])
        #expect(try self.files(of: try #require(live.site)) == first)
        files["content/fr/index.md"] = "# Home\n\nMended.\n"
        _ = try live.update(after: ["content/fr/index.md"])
        #expect(live.diagnostics.isEmpty)
        let page = try self.files(of: try #require(live.site))["fr/index.html"] ?? []
        #expect(String(decoding: page, as: UTF8.self).contains("Mended."))
    }
}
