import Foundation

@testable import CourseSite

/// A course on disk that is edited step by step, built from the record of the last build, and compared with a build from nothing.
struct EditedCourse {
    let folder: String
    private(set) var random: SeededGenerator
    private var step = 0

    /// - Parameter settings: further lines of `site.yml`.
    init(in folder: String, seed: UInt64, settings: String = "") throws {
        self.folder = folder
        random = SeededGenerator(seed: seed)
        try write(
            "site.yml",
            "name: course\ntitle: Course\nurl: https://example.org/\nlocales: [{code: fr, name: F}, {code: en, name: E}, {code: ar, name: A}]\ntheme: plain\n\(settings)"
        )
        if settings.contains("zip") { for (path, text) in try Fixture.filesStatingSizes() { try write(path, text) } }
        for locale in ["fr", "en", "ar"] {
            try write(
                "content/\(locale)/index.md", "---\nsummary: The course\n---\n# Home \(locale)\n\n## Section\n\nText.\n\n[Page](page.md)\n")
            try write("content/\(locale)/page.md", "# Page\n\n## A\n\nText.\n\n## B\n")
            if locale != "ar" {
                try write("content/\(locale)/glossary.md", "# Words\n\n## Ebb {#ebb}\n\nText of ebb.\n\n## Bee {#bee}\n\nText of *bee*.\n")
            }
            for module in ["m1", "m2"] {
                try write("content/\(locale)/\(module)/index.md", "---\ntitle: Module \(module) \(locale)\nsummary: S\n---\n")
                for session in 1...3 where locale != "ar" || session == 1 {
                    try write(
                        "content/\(locale)/\(module)/0\(session)-s.md",
                        "---\ntitle: Session \(session)\nslug: s\(session)\nduration: \(session)0\n---\n## First\n\nText [home](../index.md) and [page](../page.md#a), [bees](../glossary.md#bee).\n\n## Second\n\n![Alt](media/a.svg)\n\n![Film](media/a.mp4)\n"
                            + (session == 2
                                ? ""
                                : "\n> [!KEYPOINTS]\n> - Text, [the rest](#second)[^1], [bees](../glossary.md#bee).\n\n[^1]: Text \(session).\n")
                    )
                }
            }
        }
        for module in ["m1", "m2"] { try write("content/fr/\(module)/media/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>") }
        for module in ["m1", "m2"] { try write("content/fr/\(module)/media/a.mp4", "mp4") }
        // What was written just now could change once more within the grain of the clock, and is read again: a course has usually been there for longer.
        usleep(60_000)
    }

    var builder: SiteBuilder {
        get throws { try builder() }
    }

    func builder(defersArchives: Bool = false) throws -> SiteBuilder {
        var options = SiteBuilder.Options()
        options.defersArchives = defersArchives
        return SiteBuilder(files: OverlayFiles(upper: try DiskFiles(root: folder), lower: try Fixture.sharedFiles()), options: options)
    }

    private func write(_ path: String, _ text: String) throws {
        let url = URL(filePath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private var pages: [String] {
        (FileManager.default.enumerator(atPath: folder + "/content")?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }
            .sorted()
    }

    /// A change, and the files that are not as they were.
    struct Edit {
        let what: String
        let paths: [String]

        init(_ what: String, _ paths: String...) {
            self.what = what
            self.paths = paths
        }
    }

    /// One random edit: most of them of a page's text, as in writing.
    mutating func edit() throws -> Edit {
        step += 1
        let page = "content/" + (pages.randomElement(using: &random) ?? "fr/index.md")
        let text = try String(contentsOfFile: folder + "/" + page, encoding: .utf8)
        switch Int.random(in: 0..<33, using: &random) {
        case 0..<9:
            try write(page, text + "\nParagraph \(step).\n")
            return Edit("a paragraph more in \(page)", page)
        case 9, 10:
            try write(page, text.replacing("Text", with: "Tex\(step % 10)"))
            return Edit("a word of the same length in \(page)", page)
        case 11:
            try write(page, text.replacing(/title: .*/, with: "title: Title \(step)"))
            return Edit("another title in \(page)", page)
        case 12:
            try write(page, text + "\n## Heading \(step)\n")
            return Edit("a heading more in \(page)", page)
        case 13 where !text.contains("order:"):
            try write(page, text.replacing("---\n## ", with: "order: \(step % 5)\n---\n## "))
            return Edit("another order in \(page)", page)
        case 14:
            try write("content/fr/m1/media/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' id=\"s\(step)\"/>")
            return Edit("another picture", "content/fr/m1/media/a.svg")
        case 15:
            try write("content/fr/m1/9-new\(step).md", "# New \(step)\n\n[Back](index.md)\n")
            return Edit("a page more", "content/fr/m1/9-new\(step).md")
        case 16 where page.contains("-s.md") || page.contains("/9-new"):
            try FileManager.default.removeItem(atPath: folder + "/" + page)
            return Edit("without \(page)", page)
        case 17 where page.contains("/9-new"):
            let name = page.replacing("/9-new", with: "/9-new\(step)")
            try FileManager.default.moveItem(atPath: folder + "/" + page, toPath: folder + "/" + name)
            return Edit("another name for \(page)", page, name)
        case 18 where !text.contains("updated:"):
            try write(page, text.replacing("---\ntitle", with: "---\nupdated: 2026-01-\(10 + step % 20)\ntitle"))
            return Edit("another date in \(page)", page)
        case 19:
            try write(page, text + "\n> [!ACTIVITY \(step % 30 + 1) min]\n> Text.\n")
            return Edit("an activity more in \(page)", page)
        case 20:
            try write(page, text + "\n> [!QUIZ] Question \(step)?\n> - [x] Right \(step)\n> - [ ] Wrong\n")
            return Edit("a quiz more in \(page)", page)
        case 21:
            try write(page, text + "\n> [!REFLECTION] What now? {#now-\(step)}\n")
            return Edit("a reflection more in \(page)", page)
        case 22:
            try write(page, text.replacing("Right", with: "True"))
            return Edit("another answer in \(page)", page)
        case 23 where !page.hasSuffix("glossary.md"):
            let term = "[ebb](\(page.split(separator: "/").count == 3 ? "" : "../")glossary.md#ebb)"
            try write(page, text.contains(term) ? text.replacing("\n\(term)\n", with: "\n") : text + "\n\(term)\n")
            return Edit("a term more or less in \(page)", page)
        case 24:
            let glossary = "content/\(["fr", "en"].randomElement(using: &random) ?? "fr")/glossary.md"
            let words = try String(contentsOfFile: folder + "/" + glossary, encoding: .utf8)
            try write(glossary, words.replacing(/Text of ebb.*/, with: "Text of ebb, \(step)."))
            return Edit("another definition in \(glossary)", glossary)
        case 25:
            try write(
                page,
                text + "\n> [!KEYPOINTS] Title \(step)\n> - Point, [home](\(page.split(separator: "/").count == 3 ? "" : "../")index.md)\n")
            return Edit("a block of key points more in \(page)", page)
        case 26, 27:
            try write(page, text.replacing(/\n> - .*?,/, with: "\n> - Point \(step),"))
            return Edit("another key point in \(page)", page)
        case 28, 29:
            let locale = ["fr", "en", "ar"].randomElement(using: &random) ?? "fr"
            let captions = "content/\(locale)/m1/media/a.\(locale).vtt"
            guard !FileManager.default.fileExists(atPath: folder + "/" + captions) || step % 3 > 0 else {
                try FileManager.default.removeItem(atPath: folder + "/" + captions)
                return Edit("without \(captions)", captions)
            }
            try write(captions, "WEBVTT\n\n00:00.000 --> 00:01.000\nText \(step)\n")
            return Edit("other captions in \(captions)", captions)
        default:
            // The file is written anew with what it held.
            try write(page, text)
            return Edit("\(page) touched", page)
        }
    }
}
