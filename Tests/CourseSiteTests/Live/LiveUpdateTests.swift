import Foundation
import Testing

@testable import CourseSite

/// What a site that is kept live makes of what it is told.
struct LiveUpdateTests {
    private static let page = "content/fr/1-core/1-a.md"

    @Test(arguments: [
        "content/fr/4913", "content/fr/1-core/.1-a.md.swp", "content/fr/1-core/1-a.md~", "content/fr/#1-a.md#", "content/fr/.git/index",
        "content/.DS_Store", "content/fr/Thumbs.db", "themes/plain/layouts/4913", "themes/plain/layouts/.home.mustache.swp", "nowhere",
        "themes/other/x",
        "content/de/nothing.md", ".git/index", "content/fr/1-core/media/.film.mp4.part",
    ])
    func whatIsNoPartOfTheSiteIsNoChange(_ path: String) throws {
        let course = try LiveCourse()
        #expect(try course.live.update(after: [path]).paths == [])
        guard KnownSources.ignores(SourcePath(path)) else { return }
        #expect(try course.write(path, "there").paths == [])
    }

    @Test func whatIsNewOrGoneIsAWholeBuild() throws {
        let course = try LiveCourse()
        for path in ["content/fr/4913", "content/fr/new.md", "content/fr/3-new/index.md"] {
            #expect(try course.write(path, "# New").paths == nil, "\(path)")
            #expect(try course.write(path, nil).paths == nil, "\(path)")
            #expect(try course.live.update(after: [path]).paths == [], "\(path)")
        }
        for folder in ["content/fr/1-core/media", "content/fr/1-core", "content/fr/", "content", "./content/fr"] {
            #expect(try course.live.update(after: [folder]).paths == nil, "a folder may have been moved: \(folder)")
        }
        for path in ["/content/fr/index.md", "content/fr/../fr/index.md"] {
            #expect(try course.live.update(after: [path]).paths == nil, "\(path)")
        }
    }

    @Test func unchangedFilesAreNoChange() throws {
        let course = try LiveCourse()
        let paths =
            LiveCourse.content.keys.map { "content/\($0)" } + ["site.yml", "themes/plain/layouts/home.mustache", "themes/plain", "themes"]
        #expect(try course.live.update(after: paths).paths == [])
        #expect(try course.live.update(after: [String]()).paths == [])
        #expect(try course.write(Self.page, "# A\n\nAutre.").paths?.contains("fr/core/a.html") == true)
        #expect(try course.live.update(after: [Self.page, Self.page, "content//fr/1-core/1-a.md"]).paths == [])
        course.texts[Self.page] = "# A\n\nEncore."
        #expect(
            try course.live.update(after: [Self.page, Self.page, "content/fr/4913"]).paths?.count(where: { $0 == "fr/core/a.html" }) == 1)
        #expect(try course.text("fr/core/a.html").contains("Encore."))
    }

    @Test func mediaThemeAndSettingsAreAWholeBuild() throws {
        let course = try LiveCourse()
        #expect(try course.write("content/fr/film.mp4", "9876543210").paths == nil)
        #expect(try course.text("fr/film.mp4") == "9876543210")
        #expect(try course.write("content/fr/film.mp4", "9876543210").paths == [])
        let layout = "themes/plain/layouts/page.mustache"
        let text = String(decoding: try course.files.contents(of: SourcePath(layout)) ?? [], as: UTF8.self)
        #expect(try course.write(layout, text + "<!-- more -->").paths == nil)
        #expect(try course.write("site.yml", (course.texts["site.yml"] ?? "") + "\nlicense: CC-BY-4.0\n").paths == nil)
        #expect(course.live.diagnostics.isEmpty)
    }

    @Test func aDraftThatChangesIsAWholeBuild() throws {
        var content = LiveCourse.content
        content["fr/draft.md"] = "---\ndraft: true\n---\n# Draft"
        let course = try LiveCourse(content)
        #expect(try course.live.update(after: ["content/fr/draft.md"]).paths == [])
        #expect(try course.write("content/fr/draft.md", "---\ndraft: true\n---\n# Another").paths == nil)
        #expect(course.live.translations?.rows.last?.title == "Another")
        #expect(try course.write("content/fr/draft.md", "# Another").paths == nil)
        #expect(try course.site.output(at: OutputPath("fr/draft.html")) != nil)
    }

    /// The system fails once: nothing of what changed meanwhile is lost, and what was there before is there still.
    @Test(arguments: [page, "site.yml", "content/fr", "content/fr/film.mp4"])
    func aFailureLosesNothing(_ unreadable: String) throws {
        let course = try LiveCourse()
        let old = try course.text("fr/core/a.html")
        course.texts[Self.page] = "# A\n\nAutre."
        course.files.unreadable = [unreadable]
        // A folder is looked into only where something is new in it.
        #expect(throws: EnvironmentError.self) { try course.live.update(after: [Self.page, unreadable, "content/fr/new.mp4"]) }
        #expect(try course.text("fr/core/a.html") == old)
        #expect(course.live.translations?.rows.count == 5)
        course.files.unreadable = []
        #expect(try course.live.update(after: ["content/fr/4913"]).paths == nil)
        #expect(try course.text("fr/core/a.html").contains("Autre."))
        #expect(try course.live.update(after: [Self.page]).paths == [])
    }

    @Test func aFailureMayLast() throws {
        let course = try LiveCourse()
        course.files.unreadable = [Self.page]
        course.texts[Self.page] = "# A\n\nAutre."
        for paths in [[Self.page], [], ["content/fr/.hidden"]] {
            #expect(throws: EnvironmentError.self) { try course.live.update(after: paths) }
        }
        #expect(try course.text("fr/core/a.html").contains("Texte."))
    }

    @Test func afterErrorsEverythingIsBuiltAnew() throws {
        let course = try LiveCourse()
        let old = try course.text("fr/core/a.html")
        #expect(try course.write(Self.page, "# A\n\n[x](nowhere.md)").paths == nil)
        #expect(course.live.diagnostics.map(\.code) == ["broken-link"])
        #expect(try course.live.update(after: ["content/fr/.1-a.md.swp"]).paths == [])
        #expect(try course.text("fr/core/a.html") == old)
        #expect(course.live.translations?.rows.count == 5)
        #expect(try course.write("content/fr/1-core/2-b.md", "# B\n\nTexte.").paths == nil)
        #expect(try course.write(Self.page, "# A\n\nMieux.").paths == nil)
        #expect(course.live.diagnostics.isEmpty)
        #expect(try course.text("fr/core/a.html").contains("Mieux.") && course.text("fr/core/b.html").contains("Texte."))
    }

    @Test func aProjectThatNeverBuiltHasNoSite() throws {
        let course = try LiveCourse(["fr/index.md": "# Accueil\n\n[x](nowhere.md)"])
        #expect(course.live.site == nil && course.live.translations == nil)
        #expect(try course.write("content/fr/index.md", "# Accueil").paths == nil)
        #expect(course.live.site != nil)
    }

    /// One file under two names: a change is told of one of them, and shows in both.
    @Test func linkedPagesAreOneFile() throws {
        try withTemporaryFolder { folder in
            let course = try EditedCourse(in: folder, seed: 1)
            let file = URL(filePath: folder + "/content/fr/m2/01-s.md")
            try Data("---\nslug: t\n---\n# T\n\nText.\n".utf8).write(to: file)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/content/en/m2/04-t.md", withDestinationPath: "../../fr/m2/01-s.md")
            let live = LiveSite(try course.builder)
            try live.build()
            let shown = try #require(live.site).outputs.map(\.path).filter { ["fr/m2/t.html", "en/m2/t.html"].contains($0.string) }
            #expect(shown.count == 2)
            try Data("---\nslug: t\n---\n# T\n\nOther.\n".utf8).write(to: file)
            _ = try live.update(after: ["content/fr/m2/01-s.md"])
            let site = try #require(live.site)
            for path in shown {
                let output = try #require(site.output(at: path))
                #expect(String(decoding: try site.bytes(of: output), as: UTF8.self).contains("Other."), "\(path)")
            }
        }
    }
}
