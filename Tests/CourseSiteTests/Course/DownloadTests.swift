import Testing

@testable import CourseSite

/// The ZIP files: what is in them, and that they can be read alone.
struct DownloadTests {
    private static let content = [
        "fr/index.md": "# Accueil\n\n## Suite\n\n![x](media/home.svg) [x](guide.pdf)", "en/index.md": "# Home",
        "fr/1-core/index.md": "---\nlabel: Module 1\ndownloads:\n  - {file: media/cahier.odt, title: Le cahier}\n---\n# Les bases",
        "fr/1-core/1-a.md":
            "# A\n\n![x](media/é.svg) [x](2-b.md#deux) [x](../2-more/index.md) [x](../index.md#suite) [x](../glossary.md#mot) [x](../guide.pdf)",
        "en/1-core/1-a.md": "# A\n\n![x](media/é.svg) [x](../../fr/1-core/2-b.md) [x](2-b.md)", "fr/1-core/2-b.md": "# B\n\n## Deux",
        "fr/2-more/index.md": "# Plus", "fr/glossary.md": "# Lexique\n\n## Mot\n\n[x](1-core/1-a.md)",
        "fr/1-core/media/é.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/1-core/media/cahier.odt": "odt", "fr/1-core/media/unused.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/media/home.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "fr/guide.pdf": "pdf",
    ]

    private func site(_ settings: String = "") throws -> BuiltSite {
        try BuiltSite(Self.content, settings: "downloads: [zip]\n\(settings)")
    }

    private func archive(_ path: String, of site: BuiltSite) throws -> ZIPFile { try ZIPFile(try #require(site.files[path])) }

    @Test func eachModuleAndTheCourseAreOffered() throws {
        let site = try site()
        let stems = ["course", "course-1-core", "course-2-more"]
        #expect(
            site.paths.filter { $0.contains("/downloads/") }
                == ["en", "fr"].flatMap { locale in stems.map { "\(locale)/downloads/\($0)-\(locale).zip" } }.sorted())
        let module = site.page("fr/core/index.html").tags("a", class: "download")
        #expect(module.map { $0["href"] } == ["media/cahier.odt", "../downloads/course-1-core-fr.zip"])
        #expect(module.map { $0["type"] } == ["application/vnd.oasis.opendocument.text", "application/zip"])
        #expect(module.map(\.text) == ["Le cahier", "ZIP"])
        #expect(site.page("fr/index.html").hrefs("download") == ["downloads/course-fr.zip"])
        #expect(try BuiltSite(Self.content, settings: "downloads: []").paths.filter { $0.hasSuffix(".zip") } == [])
    }

    @Test func aModulesCopyHoldsWhatItsPagesNeed() throws {
        let files = try archive("fr/downloads/course-1-core-fr.zip", of: site()).names.filter { !$0.contains("/assets/") }
        #expect(
            files.map { String($0.dropFirst("course-1-core-fr/".count)) } == [
                "index.html", "fr/core/a.html", "fr/core/b.html", "fr/core/index.html", "fr/glossary.html", "fr/core/media/é.svg",
                "fr/guide.pdf",
            ])
    }

    @Test func noLinkLeavesACopy() throws {
        let site = try site()
        for (path, bytes) in site.files where path.hasSuffix(".zip") {
            let entries = try ZIPFile(bytes).entries
            let files = Dictionary(entries.map { ($0.name, $0.bytes) }) { $1 }
            #expect(files.count == entries.count)
            #expect(LinkChecker(files).broken == [], "\(path)")
            let folder = path.split(separator: "/").last?.dropLast(4) ?? ""
            #expect(files.keys.allSatisfy { $0.hasPrefix(folder + "/") }, "\(path)")
        }
    }

    @Test func whatIsNotInACopyIsTextOrAnAddress() throws {
        let alone = HTMLPage(try archive("fr/downloads/course-1-core-fr.zip", of: site()).text(of: "course-1-core-fr/fr/core/a.html"))
        #expect(alone.links == ["b.html#deux", "../glossary.html#mot", "../guide.pdf"])
        #expect(alone.tags("span").filter { $0["class"] == nil }.map(\.text) == ["x", "x"])
        let published = try site("url: https://example.org/")
        let page = HTMLPage(try archive("fr/downloads/course-1-core-fr.zip", of: published).text(of: "course-1-core-fr/fr/core/a.html"))
        #expect(
            page.links == [
                "b.html#deux", "https://example.org/fr/more/index.html", "https://example.org/fr/index.html#suite", "../glossary.html#mot",
                "../guide.pdf",
            ])
    }

    @Test func aCopyHasNoLanguagesNoDownloadsAndNoPagerOutOfIt() throws {
        let page = HTMLPage(try archive("fr/downloads/course-1-core-fr.zip", of: site()).text(of: "course-1-core-fr/fr/core/b.html"))
        for name in ["language", "download", "next"] { #expect(page.hrefs(name) == []) }
        #expect(page.hrefs("previous") == ["a.html"])
        #expect(page.texts("outline-module") == ["Module 1"])
    }

    @Test func aFallbacksImageComesAlong() throws {
        let names = try archive("en/downloads/course-1-core-en.zip", of: site()).names
        #expect(names.contains("course-1-core-en/fr/core/media/é.svg"))
    }

    @Test func aRecordingComesWithItsCaptions() throws {
        let captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n"
        let site = try BuiltSite(
            [
                "fr/index.md": "# Accueil", "fr/1-core/index.md": "# Les bases\n\n![Un film](media/film.mp4)",
                "fr/1-core/media/film.mp4": "mp4",
                "fr/1-core/media/film.fr.vtt": captions, "en/1-core/media/film.en.vtt": captions, "fr/1-core/media/film.ar.vtt": captions,
            ], settings: "downloads: [zip]")
        let media = ["fr/core/media/film.en.vtt", "fr/core/media/film.fr.vtt", "fr/core/media/film.mp4"]
        for locale in ["fr", "en"] {
            let copy = try archive("\(locale)/downloads/course-1-core-\(locale).zip", of: site)
            let names = copy.names.map { String($0.dropFirst("course-1-core-fr/".count)) }.filter { $0.contains("/media/") }
            #expect(names.sorted() == ["en/core/media/film.en.vtt"] + media.dropFirst())
            let page = try copy.text(of: "course-1-core-\(locale)/\(locale)/core/index.html")
            let tracks = page.split(separator: "\n").filter { $0.hasPrefix("<track ") }
            #expect(tracks.count == 2 && tracks.filter { $0.hasSuffix(" default>") }.allSatisfy { $0.contains("srclang=\"\(locale)\"") })
            #expect(!page.contains(" download>"))
        }
    }

    /// Nothing of the machine or the hour, so that the same content is the same bytes.
    @Test func anArchiveSaysNothingOfWhereItWasMade() throws {
        let site = try site()
        for (path, bytes) in site.files where path.hasSuffix(".zip") {
            for entry in try ZIPFile(bytes).entries {
                #expect(entry.date == 0x21 && entry.time == 0 && entry.extraLength == 0 && entry.mode == 0o100644, "\(path): \(entry.name)")
            }
        }
        #expect(try self.site().files == site.files)
    }
}
