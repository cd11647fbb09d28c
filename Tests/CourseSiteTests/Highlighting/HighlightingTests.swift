import Diagnostics
import HTMLBytes
import Synchronization
import Testing

@testable import CourseSite

/// What becomes of code in a course, with a highlighter that makes everything a keyword; `test_highlighting.py` asks the real one.
struct HighlightingTests {
    /// What was asked for, beside versions and lists.
    final class Calls: Sendable {
        private let all = Mutex<[(arguments: [String], input: String)]>([])
        var inputs: [String] { all.withLock { $0.map(\.input) } }
        var languages: [String] { all.withLock { $0.flatMap(\.arguments).filter { $0.hasPrefix("--syntax") } } }

        func add(_ arguments: [String], _ input: [UInt8]) {
            all.withLock { $0.append((arguments, String(decoding: input, as: UTF8.self))) }
        }
    }

    private static let list =
        "\nInstalled language definitions:\n\nC and C++      : c ( c++ cc cpp )\nJavascript : js\nSwift : swift\nYAML : yaml ( yml )\n-x : -x ../x\n"

    private static func runner(
        version: String = "\n highlight version 3.41\n Copyright", calls: Calls = Calls(),
        _ answer: @escaping @Sendable ([UInt8]) -> [UInt8] = keyword
    ) -> ProgramRunner {
        { name, arguments, input in
            #expect(name == "highlight")
            switch arguments.first {
            case "--version": return ProgramOutcome(status: 0, output: Array(version.utf8), errors: [])
            case "--list-scripts=langs": return ProgramOutcome(status: 0, output: Array(list.utf8), errors: [])
            default:
                calls.add(arguments, input)
                return ProgramOutcome(status: 0, output: answer(input), errors: [])
            }
        }
    }

    @Sendable private static func keyword(_ code: [UInt8]) -> [UInt8] {
        var html = Array(#"<span class="hl kwa">"#.utf8)
        html.appendEscaped(code)
        return html + "</span>".utf8
    }

    private static func builder(_ content: [String: String], on: Bool = true, jobs: Int = 1, extra: String = "", _ runner: ProgramRunner?)
        throws -> SiteBuilder
    {
        SiteBuilder(files: try files(content, on: on, extra: extra), options: options(jobs, runner))
    }

    private static func options(_ jobs: Int, _ runner: ProgramRunner?) -> SiteBuilder.Options {
        var options = SiteBuilder.Options()
        options.runner = runner
        options.jobs = jobs
        return options
    }

    private static func files(_ content: [String: String], on: Bool = true, extra: String = "") throws -> OverlayFiles {
        var project = Dictionary(uniqueKeysWithValues: content.map { ("content/\($0.key)", $0.value) })
        project["site.yml"] =
            "name: c\ntitle: C\nlocales: [{code: fr, name: F}, {code: en, name: E}]\ntheme: plain\nmarkdown: {highlighting: \(on)}\n\(extra)"
        project["content/en/.keep"] = ""
        return OverlayFiles(upper: MemoryFiles(project), lower: try Fixture.sharedFiles())
    }

    private static func pages(_ site: Site?) throws -> [String: String] {
        let tree = MemoryTree()
        try SiteWriter(workers: Workers(count: 1)).write(try #require(site), to: tree)
        return Dictionary(uniqueKeysWithValues: tree.files.map { ($0.key.string, String(decoding: $0.value, as: UTF8.self)) })
    }

    private static let swift = "# Home\n\n```swift\nlet a = \"<b>\" & c\n```\n"
    private static let coloured =
        "<pre class=\"swift\"><code><span class=\"hl kwa\">let a = &quot;&lt;b&gt;&quot; &amp; c\n</span></code></pre>"
    private static let plain = "<pre class=\"swift\"><code>let a = &quot;&lt;b&gt;&quot; &amp; c\n</code></pre>"

    @Test func colours() throws {
        let pages = try Self.pages(
            Self.builder(["fr/index.md": Self.swift, "fr/p.md": "# P\n\n```\ncode\n```\n"], Self.runner()).build().site)
        // A fallback has what its source has.
        for path in ["fr/index.html", "en/index.html"] {
            #expect(pages[path]?.contains(Self.coloured) == true)
            #expect(pages[path]?.contains("class=\"highlighted\"") == true)
        }
        #expect(pages["fr/p.html"]?.contains("<pre><code>code\n</code></pre>") == true)
        #expect(pages["fr/p.html"]?.contains("highlighted") == false)
    }

    @Test func asksNobodyUnlessToldTo() throws {
        for (on, runner) in [(false, { _, _, _ in Self.unasked() } as ProgramRunner?), (true, nil)] {
            let pages = try Self.pages(Self.builder(["fr/index.md": Self.swift], on: on, runner).build().site)
            #expect(pages["fr/index.html"]?.contains(Self.plain) == true)
        }
    }

    private static func unasked() -> ProgramOutcome? {
        Issue.record("it was asked")
        return nil
    }

    @Test func asksForEachPieceOnce() throws {
        let calls = Calls()
        let page = "# P\n\n```js\na\n```\n\n```javascript\na\n```\n\n```JS {.x}\na\n```\n\n```yml\na\n```\n\n```js\nb\n```\n"
        let result = try Self.builder(["fr/index.md": page, "en/index.md": page, "fr/p.md": page], jobs: 4, Self.runner(calls: calls))
            .build()
        #expect(calls.inputs.sorted() == ["a\n", "a\n", "b\n"])
        #expect(calls.languages.sorted() == ["--syntax=js", "--syntax=js", "--syntax=yml"])
        #expect(try Self.pages(result.site)["fr/p.html"]?.components(of: "hl kwa") == 5)
    }

    /// What no program is asked for, and what would do harm if one were.
    @Test(arguments: ["swfit", "../x", "-x", "--help", "'; rm", "a/b", "é", "{.swift}", "C:\\x", String(repeating: "x", count: 100_000)])
    func leavesOtherLanguagesPlain(_ language: String) throws {
        let calls = Calls()
        let result = try Self.builder(["fr/index.md": "# P\n\n~~~\(language)\na\n~~~\n"], Self.runner(calls: calls)).build()
        #expect(calls.inputs.isEmpty)
        #expect(result.diagnostics.isEmpty)
        #expect(try Self.pages(result.site)["fr/index.html"]?.contains("><code>a\n</code>") == true)
    }

    @Test func leavesHugeBlocksPlain() throws {
        let calls = Calls()
        let result = try Self.builder(
            ["fr/index.md": "# P\n\n```js\n\(String(repeating: "a", count: 70_000))\n```\n"], Self.runner(calls: calls)
        ).build()
        #expect(calls.inputs.isEmpty)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func readsLineEndsAsBrowsersDo() throws {
        let calls = Calls()
        let result = try Self.builder(["fr/index.md": "# P\r\n\r\n```js\r\na\r\n\tb\r\n```\r\n"], Self.runner(calls: calls)).build()
        #expect(calls.inputs == ["a\n\tb\n"])
        #expect(result.diagnostics.isEmpty)
    }

    @Test func tellsWhatItDoesNotBelieve() throws {
        let content = ["fr/index.md": "# P\n\n- ```js\n  x\n  ```\n\n```js\na\n```\n"]
        let builder = try Self.builder(content, Self.runner { $0.first == UInt8(ascii: "a") ? Array("<script>".utf8) : $0 })
        let result = try builder.build()
        #expect(
            TerminalRenderer(colour: false).render(result.diagnostics) == """
                warning: unhighlighted-code: the code is shown without colours: what highlight answers is another code
                 --> content/fr/index.md:7:1
                  |
                7 | ```js
                  | ^^^^^
                  = help: name another language than “js” behind the fence, or none

                """)
        #expect(try Self.pages(result.site)["fr/index.html"]?.contains("<pre class=\"js\"><code>a\n</code>") == true)
        #expect(result.build == nil)
    }

    @Test(arguments: ["highlight version 2.9", "highlight version 4.10", "Pygments version 2.1", "", "highlight", "3.41"])
    func refusesOtherPrograms(_ version: String) throws {
        #expect(throws: EnvironmentError.self) { try Self.builder(["fr/index.md": Self.swift], Self.runner(version: version)).build() }
    }

    @Test func missesIt() throws {
        let error = #expect(throws: EnvironmentError.self) { try Self.builder(["fr/index.md": Self.swift]) { _, _, _ in nil }.build() }
        #expect(error.map { "\($0)" }?.contains("apt install highlight") == true)
    }

    /// Key points are shown twice, quizzes show their parts out of turn, and copies have pages of their own.
    @Test func coloursWhereverATextIsShown() throws {
        let code = "> ```swift\n> let x\n> ```\n"
        let session =
            "# S\n\n> [!KEYPOINTS]\n> - A\n>\n\(code)\n> [!QUIZ] Which?\n\(code)> - [x] A\n>\n>   ```js\n>   y\n>   ```\n> - [ ] B\n"
        let content = [
            "fr/index.md": "# H\n\n## A\n\n```swift\nlet h\n```\n\n## B\n", "fr/m/index.md": "# M", "fr/m/s.md": session,
            "fr/glossary.md": "# G\n\n## T\n\nText.\n\n```swift\nlet g\n```\n",
        ]
        let result = try Self.builder(content, jobs: 2, extra: "downloads: [zip]\n", Self.runner()).build()
        #expect(result.diagnostics.isEmpty)
        let pages = try Self.pages(result.site)
        #expect(pages["fr/m/s.html"]?.components(of: "<span class=\"hl kwa\">let x\n</span>") == 2)
        #expect(pages["fr/m/s.html"]?.components(of: "<span class=\"hl kwa\">y\n</span>") == 1)
        #expect(pages["fr/index.html"]?.components(of: "<span class=\"hl kwa\">let h\n</span>") == 1)
        #expect(pages["fr/glossary.html"]?.components(of: "<span class=\"hl kwa\">let g\n</span>") == 1)
        for path in ["fr/points-cles.html", "fr/m/points-cles.html", "en/m/key-points.html"] {
            #expect(pages[path]?.components(of: "<span class=\"hl kwa\">let x\n</span>") == 1, "\(path)")
        }
        let wanted = pages.filter { $0.value.contains("class=\"hl ") }.keys.sorted()
        #expect(wanted.count == 10 && pages.filter { $0.value.contains("class=\"highlighted\"") }.keys.sorted() == wanted)
        #expect(LinkChecker(pages.mapValues { Array($0.utf8) }).broken == [])
    }

    @Test(arguments: [1, 2, 8])
    func doesNotDependOnThreads(_ jobs: Int) throws {
        var content = ["fr/index.md": "# H"]
        for page in 0..<20 { content["fr/p\(page).md"] = "# P\n" + (0..<10).map { "\n```js\na\($0 * page)\n```\n" }.joined() }
        let one = try Self.pages(Self.builder(content, Self.runner()).build().site)
        #expect(try Self.pages(Self.builder(content, jobs: jobs, Self.runner()).build().site) == one)
    }

    // MARK: - After a change

    /// The short ways give what a whole build gives, or leave it to one.
    @Test func aChangeGivesWhatAWholeBuildGives() throws {
        let points = "\n> [!KEYPOINTS]\n> - A\n"
        let code = "\n> [!KEYPOINTS]\n> ```swift\n> let x\n> ```\n"
        let content = [
            "fr/index.md": "# H", "fr/m/index.md": "# M", "fr/m/a.md": "# A\n\(code)", "fr/m/b.md": "# B\n\(points)", "fr/p.md": "# P\n",
        ]
        for (path, text) in [
            ("fr/p.md", "# P\n\nText.\n"), ("fr/p.md", "# P\n\n```js\na\n```\n"), ("fr/m/b.md", "# B\n\n> [!KEYPOINTS]\n> - Other\n"),
            ("fr/m/b.md", "# B\n\n> [!KEYPOINTS]\n> ```js\n> b\n> ```\n"),
            ("fr/m/a.md", "# A\n\n> [!KEYPOINTS]\n> ```js\n> let x\n> ```\n"),
            ("fr/m/a.md", "# A\n\(points)"),
        ] {
            let after = content.merging([path: text]) { $1 }
            let clean = try Self.pages(Self.builder(after, Self.runner()).build().site)
            let last = try #require(try Self.builder(content, Self.runner()).build().build)
            if let patch = try Self.builder(after, Self.runner()).rebuild(after: last) {
                for (path, bytes) in patch.outputs {
                    #expect(String(decoding: bytes, as: UTF8.self) == clean[path.string], "\(path): \(text)")
                }
            }
            let files = MutableFiles(Dictionary(uniqueKeysWithValues: content.map { ("content/\($0.key)", $0.value) }))
            let live = LiveSite(
                SiteBuilder(files: OverlayFiles(upper: files, lower: try Self.files([:])), options: Self.options(1, Self.runner())))
            try live.build()
            files["content/\(path)"] = text
            _ = try live.update(after: ["content/\(path)"])
            #expect(
                try Self.pages(live.site).filter { $0.key.hasSuffix(".html") } == clean.filter { $0.key.hasSuffix(".html") },
                "\(path): \(text)")
        }
    }

    @Test func anotherVersionMakesEverythingAnew() throws {
        let content = ["fr/index.md": Self.swift]
        let last = try #require(try Self.builder(content, Self.runner()).build().build)
        #expect(try Self.builder(content, Self.runner()).rebuild(after: last) != nil)
        #expect(try Self.builder(content, Self.runner(version: "highlight version 3.42")).rebuild(after: last) == nil)
        #expect(try Self.builder(content, nil).rebuild(after: last) == nil)
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
