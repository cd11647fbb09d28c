import Diagnostics

/// Files in `content/` that no page shows, links to or offers, in any locale. They are copied into the site all the same.
enum UnusedFile {
    /// - Parameter documents: also drafts that are left out: what they show is not forgotten.
    static func diagnostics(_ course: Course, documents: [Document]) -> [Diagnostic] {
        guard !course.files.entries.isEmpty else { return [] }
        let locales = course.configuration.locales.map { Array($0.code.utf8) }
        var used = Set<ContentFile>()
        let captions = CaptionFiles(locales: course.configuration.locales.map(\.code)) { course.files[$0] != nil }
        for document in documents {
            let base = locales[document.locale] + Array("/".utf8) + (document.file.key.folder.map { Array("\($0)/".utf8) } ?? [])
            func file(_ address: [UInt8], isEncoded: Bool = true) -> ContentFile? {
                let reference = ContentReference(address, from: base, locales: locales, isEncoded: isEncoded)
                guard case .content(let locale, let path) = reference.place else { return nil }
                let own = ContentFile(locale: locale, key: path)
                return course.files[own] == nil ? ContentFile(locale: 0, key: path) : own
            }
            for link in document.prose.links + document.prose.images { if let file = file(link.address) { used.insert(file) } }
            for download in document.frontMatter.downloads {
                if let file = file(Array(download.file.value.utf8), isEncoded: false) { used.insert(file) }
            }
            for player in document.prose.players {
                guard let played = file(document.prose.images[player.image].address) else { continue }
                used.formUnion(captions.captions(of: played, shownIn: document.locale).map(\.file))
            }
        }
        return course.files.entries.filter { !used.contains($0.key) }.map { .unused(at: $0.value.source) }
    }
}

extension Diagnostic {
    fileprivate static func unused(at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .warning, Rule.unusedFile, "no page shows this file or links to it", at: SourceLocation(path: path.string),
            help: "link to it, or move it out of content/")
    }
}
