import CommonMark
import Diagnostics

/// Finds out where the links and images of a text lead.
struct LinkResolver {
    /// What a text can link to; the same for all texts.
    struct Targets: Sendable {
        /// Codes, by the locale's index.
        let locales: [[UInt8]]
        /// By the path in a locale's folder.
        let numbers: [String: PageNumber]
        /// For each page and locale, whether the locale has a text of its own.
        let hasText: @Sendable (PageNumber, Int) -> Bool
        let hasFile: @Sendable (ContentFile) -> Bool
        /// For each page and locale, the anchors of the text that the locale shows.
        let anchors: @Sendable (PageNumber, Int) -> Anchors
        /// Pages that are left out because they are drafts, by path.
        let drafts: Set<String>
        /// All that could be meant, by the locale's index.
        let names: [NamesInLocale]
    }

    let targets: Targets
    let document: Document
    /// Those of the document.
    let anchors: Anchors
    private let base: [UInt8]
    /// How many comparisons of names are still made to find out what is meant by a link: who has broken more of a page's has made one
    /// mistake many times, and need not be told each time.
    private var comparisonsLeft = 1_000_000
    private(set) var issues: [DocumentIssue] = []

    init(targets: Targets, document: Document, anchors: Anchors) {
        self.targets = targets
        self.document = document
        self.anchors = anchors
        base = targets.locales[document.locale] + Array("/".utf8) + (document.file.key.folder.map { Array("\($0)/".utf8) } ?? [])
    }

    mutating func resolve(_ link: Link) -> LinkTarget {
        let place = DocumentIssue.Place.destination(link.node)
        if let external = external(link.address, place) { return external }
        let reference = ContentReference(link.address, from: base, locales: targets.locales)
        if reference.place == .samePage {
            guard let fragment = reference.fragment else { return .fragment("") }
            guard let anchor = anchors.anchor(writtenAs: fragment) else {
                return brokenAnchor(fragment, in: "this page", among: anchors, place)
            }
            return .fragment(anchor)
        }
        guard let (locale, path) = content(reference, link.destination, place) else { return .broken }
        guard path.utf8.suffix(3).elementsEqual(".md".utf8) else {
            return file(locale, path, suffix: reference.suffix, place, missing: { .brokenLink(link.destination, nearest: $0) })
        }
        guard let number = targets.numbers[path], targets.hasText(number, locale) || targets.hasText(number, 0) else {
            return report(
                place,
                targets.drafts.contains(path)
                    ? .linkToDraft(link.destination) : .brokenLink(link.destination, nearest: suggestion(for: path, in: locale)))
        }
        var fragment: String?
        if let wanted = reference.fragment {
            let shown = targets.anchors(number, locale)
            fragment = shown.anchor(writtenAs: wanted)
            if fragment == nil { return brokenAnchor(wanted, in: "“\(link.destination.prefix { $0 != "#" })”", among: shown, place) }
        }
        return locale == document.locale ? .page(number, fragment: fragment) : .edition(number, locale: locale, fragment: fragment)
    }

    mutating func resolve(image: Link) -> LinkTarget {
        let place = DocumentIssue.Place.destination(image.node)
        if let external = external(image.address, place) {
            if case .external(let address) = external { issues.append(DocumentIssue(place, .externalImage(address))) }
            return .broken
        }
        let reference = ContentReference(image.address, from: base, locales: targets.locales)
        guard let (locale, path) = content(reference, image.destination, place) else { return .broken }
        return file(locale, path, suffix: reference.suffix, place, missing: { .missingImage(image.destination, nearest: $0) })
    }

    /// A file that the front matter offers for download.
    mutating func resolve(download: FrontMatter.Download) -> ContentFile? {
        let place = DocumentIssue.Place.value(start: download.file.start, end: download.file.end)
        if hasScheme(Array(download.file.value.utf8)) || download.file.value.hasPrefix("//") {
            issues.append(DocumentIssue(place, .externalDownload(download.file.value)))
            return nil
        }
        let reference = ContentReference(Array(download.file.value.utf8), from: base, locales: targets.locales, isEncoded: false)
        guard let (locale, path) = content(reference, download.file.value, place) else { return nil }
        let target = file(locale, path, suffix: "", place, missing: { .missingDownload(download.file.value, nearest: $0) })
        if case .file(let file, _) = target { return file }
        return nil
    }

    private mutating func brokenAnchor(_ fragment: String, in page: String, among anchors: Anchors, _ place: DocumentIssue.Place)
        -> LinkTarget
    {
        let nearest = mayCompare(with: anchors.ofHeadings.count) ? nearestName(to: fragment, among: anchors.ofHeadings) : nil
        return report(place, .brokenAnchor(fragment, in: page, nearest: nearest, known: anchors.ofHeadings))
    }

    private mutating func mayCompare(with count: Int) -> Bool {
        comparisonsLeft -= count
        return comparisonsLeft >= 0
    }

    private mutating func report(_ place: DocumentIssue.Place, _ diagnostic: Diagnostic) -> LinkTarget {
        issues.append(DocumentIssue(place, diagnostic))
        return .broken
    }

    /// Another site, a mail address; a scheme that would run something is refused.
    private mutating func external(_ address: [UInt8], _ place: DocumentIssue.Place) -> LinkTarget? {
        // Most links are relative: a scheme has a colon.
        let hasHost = address.starts(with: "//".utf8)
        guard hasHost || address.contains(UInt8(ascii: ":")) else { return nil }
        let text = String(decoding: address, as: UTF8.self)
        if isUnsafe(destination: address) { return report(place, .unsafeURL(text)) }
        return hasHost || hasScheme(address) ? .external(text) : nil
    }

    /// The locale and the path in it where a reference leads; what leads to no such place is reported.
    private mutating func content(_ reference: ContentReference, _ destination: String, _ place: DocumentIssue.Place) -> (
        locale: Int, path: String
    )? {
        switch reference.place {
        case .content(let locale, let path): return (locale, path)
        case .absolute: issues.append(DocumentIssue(place, .absolutePath(destination)))
        case .outside: issues.append(DocumentIssue(place, .outsideContent(destination)))
        case .undecodable: issues.append(DocumentIssue(place, .undecodable(destination)))
        case .nowhere, .samePage: issues.append(DocumentIssue(place, .brokenLink(destination, nearest: nil)))
        }
        return nil
    }

    private mutating func file(
        _ locale: Int, _ path: String, suffix: String, _ place: DocumentIssue.Place, missing: (String?) -> Diagnostic
    ) -> LinkTarget {
        for owner in [locale, 0] {
            let file = ContentFile(locale: owner, key: path)
            if targets.hasFile(file) { return .file(file, suffix: suffix) }
        }
        return report(place, missing(suggestion(for: path, in: locale)))
    }

    /// The name nearest to a path that does not exist, relative to the document's folder.
    private mutating func suggestion(for path: String, in locale: Int) -> String? {
        guard locale == document.locale else { return nil }
        let names = targets.names[locale].list(for: path, from: document.file.key.folder)
        guard mayCompare(with: names.count), let name = names.nearest(to: path) else { return nil }
        guard let folder = document.file.key.folder else { return name }
        return name.hasPrefix(folder + "/") ? String(name.dropFirst(folder.count + 1)) : "../\(name)"
    }
}

/// Whether an address begins with a scheme, as RFC 3986 writes one. A single letter is a drive of Windows.
private func hasScheme(_ address: [UInt8]) -> Bool {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")), let first = address.first else { return false }
    return isASCIILetter(first) && colon > 1
        && address[..<colon].allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
}

extension Diagnostic {
    fileprivate static func brokenLink(_ destination: String, nearest: String?) -> Diagnostic {
        let help =
            nearest.map { "did you mean “\($0)”?" }
            ?? (destination.hasSuffix("/")
                ? "name the file: “\(destination)index.md”" : "link to a file in content/, relative to this page")
        return Diagnostic(.error, Rule.brokenLink, "“\(destination)” does not exist", at: nil, help: help)
    }

    fileprivate static func linkToDraft(_ destination: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.brokenLink, "“\(destination)” is a draft and not part of the site", at: nil,
            help: "take “draft: true” out of its front matter, or take the link out; --drafts builds with drafts")
    }

    fileprivate static func brokenAnchor(_ fragment: String, in page: String, nearest: String?, known anchors: [String]) -> Diagnostic {
        let known = anchors.prefix(20).map { "#\($0)" }.joined(separator: ", ")
        return Diagnostic(
            .error, Rule.brokenAnchor, "\(page) has no heading with the anchor “#\(fragment)”", at: nil,
            help: nearest.map { "did you mean “#\($0)”?" }
                ?? (anchors.isEmpty
                    ? "link to the page as a whole, without “#\(fragment)”: it has no headings but its title" : "its anchors are: \(known)")
        )
    }

    /// What an address in the syntax of images shows.
    private static func kind(of address: String) -> String {
        if case .plays(let kind) = AudioVideo.shown(at: address) { kind.word } else { "image" }
    }

    fileprivate static func missingImage(_ destination: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingFile, "the \(kind(of: destination)) “\(destination)” does not exist", at: nil,
            help: nearest.map { "did you mean “\($0)”?" } ?? "put the file there, in this locale or in the source's")
    }

    fileprivate static func externalImage(_ address: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.externalImage, "the \(kind(of: address)) “\(address)” lies on another site", at: nil,
            help: "put a copy into the course: pages ask no other site for anything, and must work offline")
    }

    fileprivate static func missingDownload(_ file: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingFile, "the download “\(file)” does not exist", at: nil,
            help: nearest.map { "did you mean “\($0)”?" } ?? "put the file there, in this locale or in the source's")
    }

    fileprivate static func externalDownload(_ address: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingFile, "the download “\(address)” lies on another site", at: nil,
            help: "put a copy into the course, or link to the address in the text")
    }

    fileprivate static func undecodable(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.brokenLink, "“\(path)” does not exist: its escapes are not UTF-8", at: nil,
            help: "write the characters themselves; where there are blanks in the name, put it between “<” and “>”")
    }

    fileprivate static func absolutePath(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.brokenLink, "“\(path)” begins at the root of the web host", at: nil,
            help: "write it relative to this page: the site must also work in a subfolder and from a USB stick")
    }

    fileprivate static func outsideContent(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.outsideContent, "“\(path)” leads out of content/", at: nil,
            help: "put what it should lead to into the locale's folder")
    }

    fileprivate static func unsafeURL(_ destination: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.unsafeURL, "“\(destination)” is an address that could run a program or reach into the reader's device", at: nil,
            help: "link to a page, a file of the course, or an https: address")
    }
}
