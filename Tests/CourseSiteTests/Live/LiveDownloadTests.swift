import Dispatch
import Synchronization
import Testing

@testable import CourseSite

/// Offline copies that are made when somebody asks for them.
struct LiveDownloadTests {
    /// Every archive with module 1 in it reads this file, and nothing else does once the site is there.
    private static let picture = "content/fr/1-core/media/é.svg"
    private static let other = "content/fr/media/home.svg"

    @Test func noneIsMadeBeforeItIsAskedFor() throws {
        let course = try LiveCourse()
        let before = course.files.reads(of: Self.picture)
        let fresh = try course.fresh
        _ = try course.bytes("fr/core/a.html")
        _ = try course.bytes("fr/core/b.html")
        #expect(course.files.reads(of: Self.picture) == before)
        #expect(try course.bytes("fr/core/index.html") == fresh["fr/core/index.html"])
        #expect(course.files.reads(of: Self.picture) == before + 1, "the module's page states the size of the module's copy")
        _ = try course.bytes("fr/downloads/course-1-core-fr.zip")
        #expect(course.files.reads(of: Self.picture) == before + 1, "what was made is kept")
        #expect(try course.bytes("fr/index.html") == fresh["fr/index.html"])
        #expect(course.files.reads(of: Self.picture) == before + 2, "the home page states the size of the course's copy, too")
        for (path, bytes) in fresh { #expect(try course.bytes(path) == bytes, "\(path)") }
    }

    @Test func aBuildMakesThemBeforehand() throws {
        let course = try LiveCourse(options: SiteBuilder.Options())
        let before = course.files.reads(of: Self.picture)
        _ = try course.bytes("fr/index.html")
        _ = try course.bytes("fr/downloads/course-fr.zip")
        #expect(course.files.reads(of: Self.picture) == before)
    }

    @Test func whoeverAsksAtTheSameTimeItIsMadeOnce() throws {
        let course = try LiveCourse()
        let site = try course.site
        let output = try #require(site.output(at: OutputPath("fr/downloads/course-fr.zip")))
        let before = course.files.reads(of: Self.picture)
        let found = Mutex(Set<[UInt8]>())
        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            if let bytes = try? site.bytes(of: output) { _ = found.withLock { $0.insert(bytes) } }
        }
        #expect(found.withLock(\.count) == 1)
        #expect(course.files.reads(of: Self.picture) == before + 1)
    }

    /// A page that offers a copy which cannot be made is shown without that offer: the course is there for all that.
    @Test func aFailureIsToldToWhoAsksForTheCopyAndNotKept() throws {
        let course = try LiveCourse()
        course.files.unreadable = [Self.picture]
        let copy = "fr/downloads/course-1-core-fr.zip"
        let offering = ["fr/core/index.html", "fr/index.html"]
        #expect(throws: EnvironmentError.self) { try course.bytes(copy) }
        let fresh = try {
            course.files.unreadable = []; defer { course.files.unreadable = [Self.picture] }; return try course.fresh
        }()
        for path in offering { #expect(try course.bytes(path) != fresh[path]) }
        _ = try course.bytes("fr/downloads/course-2-more-fr.zip")
        course.files.unreadable = []
        for path in offering + [copy] { #expect(try course.bytes(path) == fresh[path]) }
    }

    @Test func aTextMakesTheCopiesWithItStaleAndNoOthers() throws {
        let course = try LiveCourse()
        for output in try course.site.outputs { _ = try course.site.bytes(of: output) }
        let (picture, other) = (course.files.reads(of: Self.picture), course.files.reads(of: Self.other))
        let update = try course.write("content/fr/1-core/2-b.md", "# B\n\nTexte.")
        #expect(
            update.paths?.sorted() == ["ar", "en", "fr"].flatMap { ["\($0)/core/b.html", "\($0)/core/index.html", "\($0)/index.html"] })
        let fresh = try course.fresh
        let readForFresh = course.files.reads(of: Self.picture)
        #expect(readForFresh == picture, "nothing was made yet")
        for output in try course.site.outputs where !output.isSource {
            #expect(try course.site.bytes(of: output) == fresh[output.path.string])
        }
        // Of the French text and its fallbacks; English has a text of its own, but shows the picture nowhere else.
        #expect(course.files.reads(of: Self.picture) - picture == 4, "the module and the course, in two locales that show the picture")
        #expect(course.files.reads(of: Self.other) - other == 3, "the copies of the course alone")
    }

    @Test func aTextOfOneLocaleLeavesTheOthersAlone() throws {
        let course = try LiveCourse()
        #expect(
            try course.write("content/en/1-core/1-a.md", "# A\n\nOther.").paths?.sorted() == [
                "en/core/a.html", "en/core/index.html", "en/index.html",
            ])
        #expect(
            try course.write("content/fr/index.md", "# Accueil\n\nTexte.").paths?.sorted() == [
                "ar/index.html", "en/index.html", "fr/index.html",
            ])
    }

    @Test func aSiteThatWasHandedOutStaysWhatItWas() throws {
        let course = try LiveCourse()
        let old = try course.site
        let expected = try course.fresh
        // Long enough for the sizes that pages state, in whole kilobytes, to be others.
        let words = (0..<2000).map(String.init).joined(separator: " ")
        _ = try course.write("content/fr/1-core/1-a.md", "# A\n\n![x](media/é.svg)\n\n\(words)")
        let fresh = try course.fresh
        for path in [
            "fr/downloads/course-1-core-fr.zip", "fr/downloads/course-fr.zip", "fr/core/index.html", "fr/index.html", "fr/core/a.html",
        ] {
            #expect(try course.bytes(path) == fresh[path])
            #expect(try course.bytes(path, of: old) == expected[path])
            #expect(fresh[path] != expected[path], "\(path)")
        }
    }
}
