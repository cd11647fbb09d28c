import Diagnostics
import Testing

@testable import CourseSite

/// Whatever stands in a project's files, a build ends, with a site or with the reason why there is none.
struct RobustnessTests {
    /// A fixture with random bytes of some of its files changed.
    private struct DamagedFiles: ProjectFiles {
        let files: any ProjectFiles
        let seed: UInt64
        /// Which files are damaged, by how their paths begin.
        var folder = ""

        func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry] { try files.entries(of: folder) }
        func stamp(of file: SourcePath) throws(EnvironmentError) -> FileStamp? { try files.stamp(of: file) }
        func size(of file: SourcePath) throws(EnvironmentError) -> Int? { try files.size(of: file) }
        func contents(of file: SourcePath, in range: Range<Int>) throws(EnvironmentError) -> [UInt8]? {
            try contents(of: file).map { Array($0[range.clamped(to: $0.indices)]) }
        }

        func contents(of file: SourcePath) throws(EnvironmentError) -> [UInt8]? {
            guard var bytes = try files.contents(of: file), file.string.hasPrefix(folder) else { return try files.contents(of: file) }
            // The same file is damaged the same way each time that it is read.
            var random = SeededGenerator(seed: file.string.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
            guard Int.random(in: 0..<3, using: &random) == 0 else { return bytes }
            let pieces = [
                "[", "](", ")", "`", "> ", "- ", "\n", "---\n", "{#a}", "{{", "}}", "{{#", "{{>base}}", "&", "\"", ": ", "\0", "\u{FEFF}",
                "\u{202E}", "<", "<!--", "|", "[^1]", "![", "../", "%", "#",
                "<!-- lutrin: allow broken-link: so -->\n",
            ]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, place + Int.random(in: 0...3, using: &random))
                bytes.replaceSubrange(
                    place..<end,
                    with: Bool.random(using: &random)
                        ? Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8) : [UInt8.random(in: 0...255, using: &random)])
            }
            return bytes
        }
    }

    @Test(arguments: Fixture.all)
    func damagedProjectsAreBuiltOrRefused(_ fixture: Fixture) throws {
        for seed in UInt64(1)...20 {
            let builder = SiteBuilder(files: DamagedFiles(files: try fixture.files(), seed: seed))
            let result = try fixture.isChecked ? builder.check() : builder.build()
            #expect((result.site == nil) == (result.diagnostics.errorCount > 0), "seed \(seed)")
            #expect(TerminalRenderer(colour: false).render(result.diagnostics).utf8.count < 1_000_000)
            guard let site = result.site else { continue }
            let tree = MemoryTree()
            try SiteWriter(workers: Workers(count: 1)).write(site, to: tree)
            #expect(tree.files.count == site.outputs.count + 1, "two files have one path, with seed \(seed)")
        }
    }

    /// Also in texts that nobody would write, no link leads nowhere and no id stands twice.
    @Test(arguments: Fixture.sound.filter { $0.name != "raw-html-allowed" })
    func sitesOfDamagedTextsAreSound(_ fixture: Fixture) throws {
        for seed in UInt64(1)...100 {
            let files = DamagedFiles(files: try fixture.files(), seed: seed, folder: "content/")
            guard try SiteBuilder(files: files).build().site != nil else { continue }
            let site = try BuiltSite(files)
            #expect(LinkChecker(site.files).broken == [], "seed \(seed)")
            for (path, page) in site.pages { #expect(Set(page.ids).count == page.ids.count, "seed \(seed), \(path): \(page.ids)") }
        }
    }
}
