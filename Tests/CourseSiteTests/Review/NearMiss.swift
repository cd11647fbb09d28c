import Foundation
import Glibc
import Testing

@testable import CourseSite

/// What almost breaks a rule, for those rules whose right example in `lutrin explain` is told in words: the nearest thing that is still
/// right, and beside it the nearest that is wrong.
struct NearMiss: Sendable, CustomTestStringConvertible {
    let code: String
    /// Adds it to a course that has nothing but a home page, in `content/fr`.
    let make: @Sendable (_ course: CourseFolder, _ isWrong: Bool) throws -> Void

    var testDescription: String { code }

    private init(_ code: String, _ make: @escaping @Sendable (_ course: CourseFolder, _ isWrong: Bool) throws -> Void) {
        self.code = code
        self.make = make
    }

    /// One page or file with the one text or the other.
    private init(_ code: String, _ path: String = "content/fr/index.md", right: String, wrong: String) {
        self.init(code) { course, isWrong in try course.write(path, isWrong ? wrong : right) }
    }

    static let all = files + texts + media + weights + answers + themes

    private static let files = [
        NearMiss("file-name") { course, isWrong in
            // With “.html” the name of a file has 255 bytes.
            try course.write("content/fr/\(String(repeating: "x", count: isWrong ? 251 : 250)).md", "# Page\n")
        },
        NearMiss("file-too-large") { course, isWrong in
            let text = Data(repeating: 0x61, count: DocumentReader.sizeLimit - (isWrong ? 7 : 8))
            try course.write("content/fr/page.md", Data("# Page\n\n".utf8) + text)
        },
        NearMiss("not-utf8") { course, isWrong in
            let last: [UInt8] = isWrong ? [0xED, 0xA0, 0x80] : [0xED, 0x9F, 0xBF]
            try course.write("content/fr/index.md", Data("# É 🎉 \u{FFFD} \u{FFFF} ".utf8) + Data(last))
        },
        NearMiss("nul-byte", right: "# A \u{1} \u{2400}\n", wrong: "# A \u{0}\n"),
        NearMiss("stray-link") { course, isWrong in
            try course.write("outside.txt", "A file of the project that is not in content/.\n")
            symlink(isWrong ? "../../../outside.txt" : "../../outside.txt", course.path("content/fr/linked.txt"))
            symlink("index.md", course.path("content/fr/same.md"))
        },
        NearMiss("special-file") { course, isWrong in
            if isWrong { mkfifo(course.path("content/fr/empty"), 0o666) } else { try course.write("content/fr/empty", "") }
        },
        NearMiss("missing-site-yml") { course, isWrong in
            if isWrong { try FileManager.default.moveItem(atPath: course.path("site.yml"), toPath: course.path("site.yaml")) }
        },
    ]

    private static let texts = [
        NearMiss("nesting-too-deep") { course, isWrong in
            // The page and the paragraph are two more.
            try course.write("content/fr/index.md", "# A\n\n\(String(repeating: "> ", count: isWrong ? 99 : 98))deep\n")
        },
        NearMiss("pathological-markup") { course, isWrong in
            try course.write("content/fr/index.md", "# A\n\n\(String(repeating: "a <![CDATA[ b\n", count: isWrong ? 4_000 : 2_000))")
        },
        NearMiss("table-too-wide") { course, isWrong in
            let count = isWrong ? 201 : 200
            let row = { (cell: String) in "|" + String(repeating: "\(cell)|", count: count) + "\n" }
            try course.write("content/fr/index.md", "# A\n\n\(row("a"))\(row("-"))\(row("b"))")
        },
        NearMiss("missing-keypoints") { course, isWrong in
            try course.write("content/fr/m/index.md", "# Module\n")
            let kind = isWrong ? "NOTE" : "keypoints"
            try course.write("content/fr/m/01-a.md", "# A\n\n> > [!\(kind)] In small letters, in a quote\n> > One.\n")
        },
    ]

    private static let media = [
        NearMiss("invalid-captions") { course, isWrong in
            try course.write("content/fr/index.md", "# A\n\n![An interview](a.mp4)\n")
            try course.write("content/fr/a.mp4", "x")
            let times = "00:01\(isWrong ? "," : ".")000 --> 00:04.000"
            try course.write("content/fr/a.fr.vtt", "\u{FEFF}WEBVTT 00:01,000\r\n\r\n\(times)\r\n1,000 towns\r\n")
        },
        NearMiss("damaged-image") { course, isWrong in
            guard let image = ImageSample.all.first(where: { $0.name == "plain.png" }) else { return }
            try course.write("content/fr/index.md", "# A\n\n![A map](map.png)\n")
            try course.write("content/fr/map.png", Data(isWrong ? image.bytes.prefix(20) : image.bytes[...]))
        },
    ]

    private static let weights = [
        // A long text that compresses well, with an image that is heavier than the page may be.
        NearMiss("heavy-page") { course, isWrong in
            var random = SeededGenerator(seed: 1)
            let words = (0..<5_000).map { _ in isWrong ? String(UInt32.random(in: 0..<0xFFFF_FFFF, using: &random), radix: 36) : "town" }
            try course.addSettings("budgets: {page_kb: 3, media_kb: 9}")
            try course.write("content/fr/index.md", "# A\n\n\(words.joined(separator: " "))\n\n![A map](map.svg)\n")
            let comment = String(repeating: "x", count: 8_000)
            try course.write("content/fr/map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><!--\(comment)--></svg>")
        },
        NearMiss("heavy-file") { course, isWrong in
            try course.addSettings("budgets: {media_kb: 1}")
            try course.write("content/fr/index.md", "# A\n\n[The figures](a.txt)\n")
            try course.write("content/fr/a.txt", String(repeating: "x", count: isWrong ? 1_001 : 1_000))
        },
    ]

    /// A redirect for the time being is no move, and what is no web address is not asked for.
    private static let answers = ["link-gone": "gone", "link-moved": "moved", "link-no-answer": "silent"].map { code, host in
        NearMiss(
            code,
            right: "# A\n\n[Today](https://elsewhere.invalid/), [well](https://well.invalid/), [mail](mailto:a@\(host).invalid), "
                + "`https://\(host).invalid`\n",
            wrong: "# A\n\n[A page](https://\(host).invalid/)\n")
    }

    private static let themes = [
        NearMiss("missing-theme-string") { course, isWrong in
            try course.write("site.yml", "name: a\ntitle: A\nlocales: [{code: fr, name: F}, {code: de, name: D}]\ntheme: mine\n")
            try course.write("content/de/index.md", "# A\n")
            try course.write("themes/mine/theme.yml", "extends: plain\n")
            let words = try Fixture.sharedFiles().contents(of: SourcePath("themes/plain/strings/en.yml")) ?? []
            if !isWrong { try course.write("themes/mine/strings/de.yml", Data(words)) }
        },
        NearMiss("missing-template") { course, isWrong in
            try course.write("site.yml", "name: a\ntitle: A\nlocales: [{code: fr, name: F}]\ntheme: mine\n")
            try course.write("themes/mine/theme.yml", isWrong ? "" : "extends: plain\n")
            let words = try Fixture.sharedFiles().contents(of: SourcePath("themes/plain/strings/fr.yml")) ?? []
            try course.write("themes/mine/strings/fr.yml", Data(words))
            try course.write("themes/mine/layouts/code.mustache", "<pre>{{{content}}}</pre>\n")
        },
        NearMiss("template-limit") { course, isWrong in
            try course.write("site.yml", "name: a\ntitle: A\nlocales: [{code: fr, name: F}]\ntheme: mine\n")
            try course.write("themes/mine/theme.yml", "extends: plain\n")
            // What stands inside the sections is one level more.
            let depth = isWrong ? 100 : 99
            let sections = String(repeating: "{{#title}}", count: depth) + "{{{content}}}" + String(repeating: "{{/title}}", count: depth)
            try course.write("themes/mine/layouts/heading.mustache", "<h{{level}} id=\"{{{anchor}}}\">\(sections)</h{{level}}>\n")
        },
    ]
}

/// A course on disk with a home page and the theme `plain`.
struct CourseFolder {
    let folder: String

    init(_ folder: String) throws {
        self.folder = folder
        try write("site.yml", "name: a\ntitle: A\nlocales: [{code: fr, name: F}]\ntheme: plain\n")
        try write("content/fr/index.md", "# Home\n")
    }

    func path(_ file: String) -> String { "\(folder)/\(file)" }

    func write(_ file: String, _ text: String) throws { try write(file, Data(text.utf8)) }

    func write(_ file: String, _ bytes: Data) throws {
        let file = URL(filePath: path(file))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    func addSettings(_ lines: String) throws {
        try write("site.yml", String(contentsOfFile: path("site.yml"), encoding: .utf8) + lines + "\n")
    }
}
