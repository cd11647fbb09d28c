/// What a build leaves behind so that the next one need not do all of it again: what went into the site, and what of each page shows on others.
///
/// It is a hint, never an authority: whatever does not fit is built as if there were no record.
struct BuildRecord: Hashable, Sendable {
    /// `site.yml`, the theme, and what the program was asked for.
    var settings: Fingerprint
    /// Which build of the program it was.
    var program: String
    /// Before anything was read, in nanoseconds since 1970.
    var startedAt: Int64
    /// In the order in which they are discovered.
    var pages: [PageRecord]
    /// In the order of their paths.
    var files: [FileRecord]
    /// Of the site, all locales together.
    var pageCount: Int
    var localeCount: Int
    /// Files that an author offers for download show on the module's page and on the home page.
    var offersDownloads: Bool

    /// By what a site is known to be the one that was made from this: the same for the same input, on every machine.
    var site: Fingerprint {
        var writer = RecordWriter()
        writer.write(settings)
        for page in pages {
            writer.write(page.locale)
            writer.write(page.key)
            writer.write(page.content)
        }
        for file in files {
            writer.write(file.locale)
            writer.write(file.key)
            writer.write(file.stamp.size)
        }
        return Fingerprint(writer.bytes)
    }

    /// Whether a file can be taken for the one that was read, by its stamp alone.
    func isTrusted(_ stamp: FileStamp, recorded: FileStamp) -> Bool {
        stamp == recorded && stamp.isSettled(at: startedAt)
    }
}

extension BuildRecord {
    /// - Parameters:
    ///   - contents: of the pages, in the order of `tree`.
    /// - Returns: `nil` where a page could not be read.
    init?(settings: Fingerprint, startedAt: Int64, tree: ContentTree, contents: [Fingerprint?], course: Course, pageCount: Int) {
        // Both are in the order in which pages are discovered; texts of pages that were left out are missing.
        var texts = course.texts[...]
        var faces = RecordWriter(capacity: contents.count * 512)
        let pageFiles = tree.pageFiles
        let ranges = pageFiles.map { locale, file -> Range<Int>? in
            guard let text = texts.first, text.document.locale == locale, text.document.file.key == file.key else { return nil }
            texts.removeFirst()
            let start = faces.bytes.count
            PageFace(text.document, anchors: text.anchors).write(to: &faces)
            return start..<faces.bytes.count
        }
        var pages = [PageRecord]()
        pages.reserveCapacity(contents.count)
        for ((page, content), range) in zip(zip(pageFiles, contents), ranges) {
            guard let content else { return nil }
            let face = range.map { EncodedFace(bytes: faces.bytes[$0]) }
            pages.append(PageRecord(locale: page.locale, key: page.file.key.string, stamp: page.file.stamp, content: content, face: face))
        }
        self.init(
            settings: settings, program: BuildSettings.program, startedAt: startedAt, pages: pages, files: tree.fileRecords,
            pageCount: pageCount,
            localeCount: course.editions.count,
            offersDownloads: course.texts.contains { !$0.document.frontMatter.downloads.isEmpty })
    }
}

/// A page that a build read.
struct PageRecord: Hashable, Sendable {
    let locale: Int
    /// Its path in the locale's folder.
    let key: String
    var stamp: FileStamp
    var content: Fingerprint
    /// `nil` for a page that was left out.
    var face: EncodedFace?
}

/// A page's face as a record holds it: of most pages nobody has to know it.
struct EncodedFace: Hashable, Sendable {
    let bytes: ArraySlice<UInt8>

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ face: PageFace) {
        var writer = RecordWriter()
        face.write(to: &writer)
        bytes = writer.bytes[...]
    }

    /// `nil` where the bytes are none of a face.
    func decoded() -> PageFace? {
        var reader = RecordReader(bytes)
        guard let face = try? PageFace(from: &reader), reader.isAtEnd else { return nil }
        return face
    }
}

/// A file of `content/` that is no page.
struct FileRecord: Hashable, Sendable {
    let locale: Int
    let key: String
    let stamp: FileStamp
}

/// What of a page shows on others, or decides about them: as long as it stays the same, a change of the page changes nothing but the page.
struct PageFace: Hashable, Sendable {
    let title: String
    let summary: String?
    let duration: Int?
    let minutesOfBlocks: Int
    let order: Int?
    let slug: String?
    let updated: CalendarDate?
    let omitsFallback: Bool
    let aliases: [String]
    let isOptional: Bool?
    let label: String?
    let offersDownloads: Bool
    let headingLevels: [Int]
    let anchors: [String]
    let exercises: [ExerciseIdentity]
    /// The links that may lead to terms of the glossary, each once: the glossary lists the pages that have them.
    let termLinks: [String]
    /// Of the glossary, what each term means: that shows where the term is used.
    let definitions: [TermDefinition]
    /// Of a session, what it says to keep of it: that shows on pages that collect it. Whether it says something decides about such pages.
    var keyPoints: Fingerprint?

    init(_ document: Document, anchors: Anchors) {
        let frontMatter = document.frontMatter
        title = document.title
        summary = frontMatter.summary
        duration = frontMatter.duration
        minutesOfBlocks = document.prose.minutes
        order = frontMatter.order
        slug = frontMatter.slug?.value
        updated = frontMatter.updated
        omitsFallback = frontMatter.omitsFallback
        aliases = frontMatter.aliases.map(\.value)
        isOptional = frontMatter.isOptional
        label = frontMatter.label
        offersDownloads = !frontMatter.downloads.isEmpty
        headingLevels = document.prose.headings.map(\.level)
        self.anchors = anchors.ofHeadings
        exercises = anchors.ofExercises
        termLinks = document.mayBeTermLinks
        definitions = document.terms.map(TermDefinition.init)
        keyPoints = document.fingerprintOfKeyPoints
    }

    /// Whether a page with this face shows on others what it did with another one, but for what its key points say.
    func isEqualButForKeyPoints(to other: PageFace) -> Bool {
        guard (keyPoints == nil) == (other.keyPoints == nil) else { return false }
        var same = self
        same.keyPoints = other.keyPoints
        return same == other
    }
}
