import Diagnostics
import Foundation
import Glibc
import Templates
import Testing

@testable import CourseSite

/// Mistakes that a repository cannot hold: links that lead astray, names that are no text, files that are too large.
struct RuntimeMistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Adds the mistake to a project that has none.
    let make: @Sendable (_ folder: String) -> Void
    let report: String

    static let all = [
        RuntimeMistake(
            testDescription: "links that lead out of the project, to nothing, in a circle",
            make: { folder in
                symlink("/etc", folder + "/content/fr/etc")
                symlink("nowhere", folder + "/content/fr/nowhere.md")
                symlink("..", folder + "/content/fr/up")
                symlink("loop.md", folder + "/content/fr/loop.md")
                symlink("index.md", folder + "/content/fr/same.md")
            },
            report: ["etc", "loop.md", "nowhere.md", "up"].map {
                """
                error: stray-link: the symbolic link leads out of the project, to nothing, or back to a folder it lies in
                 --> content/fr/\($0)
                  = help: replace it by a copy of what it should lead to

                """
            }.joined(separator: "\n")),
        RuntimeMistake(
            testDescription: "a pipe", make: { folder in mkfifo(folder + "/content/fr/pipe", 0o666) },
            report: """
                error: special-file: this is neither a file nor a folder
                 --> content/fr/pipe
                  = help: move it out of content/

                """),
        RuntimeMistake(
            testDescription: "a name that is not UTF-8",
            make: { folder in close(creat((folder + "/content/fr/caf").utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 0], 0o666)) },
            report: """
                error: file-name: a file in this folder has a name that is not UTF-8
                 --> content/fr
                  = help: rename it: no address can be made of its name

                """),
        RuntimeMistake(
            testDescription: "a page that is too large",
            make: { folder in
                let text = "# Large\n\n" + String(repeating: "word ", count: DocumentReader.sizeLimit / 5)
                _ = FileManager.default.createFile(atPath: folder + "/content/fr/large.md", contents: Data(text.utf8))
            },
            report: """
                error: file-too-large: the file has 8388614 bytes; a page may have 8388608
                 --> content/fr/large.md
                  = help: split it into several pages

                """),
        RuntimeMistake(
            testDescription: "what is opened again and again and never closed",
            make: { folder in
                let text = "# Open\n\n" + String(repeating: "a <![CDATA[ b\n", count: 4000)
                _ = FileManager.default.createFile(atPath: folder + "/content/fr/open.md", contents: Data(text.utf8))
            },
            report: """
                error: pathological-markup: “<![CDATA[” stands here again and again without what would end it
                 --> content/fr/open.md:3:3
                  |
                3 | a <![CDATA[ b
                  |   ^^^^^^^^^
                  = help: end it, or put “\\” before it

                """),
        RuntimeMistake(
            testDescription: "a name that is too long for the page's file",
            make: { folder in close(creat(folder + "/content/fr/" + String(repeating: "x", count: 252) + ".md", 0o666)) },
            report: """
                error: file-name: the page's file in the site would have a name of 257 bytes; most disks take 255
                 --> content/fr/\(String(repeating: "x", count: 252)).md
                  = help: give the page a shorter name, or a “slug:” in its front matter

                error: missing-title: the page has no title
                 --> content/fr/\(String(repeating: "x", count: 252)).md
                  = help: add “title: …” to its front matter, or begin its text with a heading “# …”

                """),
        RuntimeMistake(
            testDescription: "one mistake more often than anybody would read",
            make: { folder in
                let text = "# Often\n\n" + String(repeating: "[a](b.md)\n", count: 3_000)
                _ = FileManager.default.createFile(atPath: folder + "/content/fr/often.md", contents: Data(text.utf8))
            },
            report: """
                error: broken-link: there are 2000 more of this kind in the file
                 --> content/fr/often.md
                  = help: mend those that are told, then look again


                """
                    + (3...1_002).map { line in
                        let margin = String(repeating: " ", count: String(line).count)
                        return """
                            error: broken-link: “b.md” does not exist
                            \(margin)--> content/fr/often.md:\(line):5
                            \(margin) |
                            \(line) | [a](b.md)
                            \(margin) |     ^^^^
                            \(margin) = help: link to a file in content/, relative to this page

                            """
                    }.joined(separator: "\n")),
        RuntimeMistake(
            testDescription: "folders without end",
            make: { folder in
                let deep = folder + "/content/fr" + String(repeating: "/a", count: 40)
                try? FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
            },
            report: """
                error: nested-page: folders are nested more than 32 deep
                 --> content/fr\(String(repeating: "/a", count: 33))
                  = help: move the files up

                """),
    ]
}

struct RuntimeMistakeTests {
    @Test(arguments: RuntimeMistake.all)
    func isReported(_ mistake: RuntimeMistake) throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/content/fr", withIntermediateDirectories: true)
            try Data("# Home\n".utf8).write(to: URL(filePath: folder + "/content/fr/index.md"))
            try Data("name: a\ntitle: A\nlocales: [{code: fr, name: F}]\ntheme: plain\n".utf8).write(
                to: URL(filePath: folder + "/site.yml"))
            mistake.make(folder)
            let files = OverlayFiles(upper: try DiskFiles(root: folder), lower: try Fixture.sharedFiles())
            let result = try SiteBuilder(files: files).build()
            #expect(TerminalRenderer(colour: false).render(result.diagnostics) == mistake.report)
            #expect(result.site == nil)
        }
    }

    /// Found by writing, not by building: `PublishingTests`.
    private static let foundByWriting: Set<Rule> = [.foreignOutput]
    /// Found by another program: `HighlightingTests`.
    private static let foundByHighlighting: Set<Rule> = [.unhighlightedCode]

    @Test func everyRuleHasACase() throws {
        let inFixtures = Fixture.all.flatMap(\.expectedCodes)
        let atRunTime = RuntimeMistake.all.compactMap { $0.report.split(separator: ": ").dropFirst().first.map(String.init) }
        let shown = Set(inFixtures + atRunTime)
        let rules = Set(Rule.allCases).subtracting(Self.foundByWriting).subtracting(Self.foundByHighlighting)
        #expect(rules.filter { !shown.contains($0.rawValue) } == [])
        #expect(MediaRule.allCases.map(\.rawValue).filter { !shown.contains($0) } == [])
        #expect(
            TemplateRule.allCases.map(\.rawValue).filter { !shown.contains($0) } == ["template-limit"],
            "templates that grow too large are TemplatesTests' matter")
    }
}
