import Diagnostics

/// Finds out where the links and images of a text lead.
struct LinkResolver {
    /// What a text can link to; the same for all texts.
    struct Targets {
        let locales: [Locale]
        let numbers: [PageKey: PageNumber]
        /// For each page, whether each locale has a text of its own.
        let hasText: (PageNumber, Int) -> Bool
        let hasFile: (ContentFile) -> Bool
        /// For each page and locale, the anchors of the text that the locale shows.
        let anchors: (PageNumber, Int) -> [String]
        /// Pages that are left out because they are drafts.
        let drafts: Set<PageKey>
        /// All that could be meant, for suggestions: relative to a locale's folder.
        let names: (Int) -> [String]
    }

    let targets: Targets
    let document: Document
    /// Those of the document.
    let anchors: [String]
    private(set) var issues: [DocumentIssue] = []

    init(targets: Targets, document: Document, anchors: [String]) {
        self.targets = targets
        self.document = document
        self.anchors = anchors
    }

    mutating func resolve(_ link: Link) -> LinkTarget {
        let destination = link.destination
        if let external = external(destination, .destination(link.node)) { return external }
        let reference = Reference(destination)
        if reference.path.isEmpty {
            guard let fragment = reference.fragment, !fragment.isEmpty else { return .fragment("") }
            guard let anchor = anchors.first(where: { $0 == fragment }) else {
                report(link, .brokenAnchor(fragment, in: "this page", among: anchors))
                return .broken
            }
            return .fragment(anchor)
        }
        guard let path = path(of: reference, .destination(link.node)) else { return .broken }
        guard path.relative.hasSuffix(".md") else {
            return file(path, suffix: reference.suffix, .destination(link.node), missing: { .brokenLink(destination, nearest: $0) })
        }
        guard let key = PageKey(path.relative), let number = targets.numbers[key],
            targets.hasText(number, path.locale) || targets.hasText(number, 0)
        else {
            let isDraft = PageKey(path.relative).map(targets.drafts.contains) ?? false
            report(link, isDraft ? .linkToDraft(destination) : .brokenLink(destination, nearest: suggestion(for: path)))
            return .broken
        }
        var fragment: String?
        if let wanted = reference.fragment, !wanted.isEmpty {
            let shown = targets.anchors(number, path.locale)
            // As the page has it: the link may write the same characters in another of Unicode's forms.
            fragment = shown.first { $0 == wanted }
            if fragment == nil {
                report(link, .brokenAnchor(wanted, in: "“\(reference.path)”", among: shown))
                return .broken
            }
        }
        return path.locale == document.locale
            ? .page(number, fragment: fragment) : .edition(number, locale: path.locale, fragment: fragment)
    }

    mutating func resolve(image: Link) -> LinkTarget {
        let place = DocumentIssue.Place.destination(image.node)
        if let external = external(image.destination, place) {
            if case .external(let address) = external { issues.append(DocumentIssue(place, .externalImage(address))) }
            return .broken
        }
        let reference = Reference(image.destination)
        guard let path = path(of: reference, place) else { return .broken }
        return file(path, suffix: reference.suffix, place, missing: { .missingImage(image.destination, nearest: $0) })
    }

    /// A file that the front matter offers for download.
    mutating func resolve(download: FrontMatter.Download) -> ContentFile? {
        let place = DocumentIssue.Place.value(start: download.file.start, end: download.file.end)
        if hasScheme(download.file.value) || download.file.value.hasPrefix("//") {
            issues.append(DocumentIssue(place, .externalDownload(download.file.value)))
            return nil
        }
        let reference = Reference(download.file.value, isEncoded: false)
        guard let path = path(of: reference, place) else { return nil }
        let target = file(path, suffix: "", place, missing: { .missingDownload(download.file.value, nearest: $0) })
        if case .file(let file, _) = target { return file }
        return nil
    }

    private mutating func report(_ link: Link, _ diagnostic: Diagnostic) {
        issues.append(DocumentIssue(.destination(link.node), diagnostic))
    }

    /// Another site, a mail address; a scheme that would run something is refused.
    private mutating func external(_ destination: String, _ place: DocumentIssue.Place) -> LinkTarget? {
        if isUnsafe(destination) {
            issues.append(DocumentIssue(place, .unsafeURL(destination)))
            return .broken
        }
        return hasScheme(destination) || destination.hasPrefix("//") ? .external(destination) : nil
    }

    private struct ContentPath {
        let locale: Int
        /// Relative to the locale's folder.
        let relative: String
    }

    /// Where a relative path leads from the document's folder.
    private mutating func path(of reference: Reference, _ place: DocumentIssue.Place) -> ContentPath? {
        if reference.path.hasPrefix("/") {
            issues.append(DocumentIssue(place, .absolutePath(String(reference.path))))
            return nil
        }
        guard let decoded = reference.isEncoded ? percentDecoded(reference.path) : String(reference.path) else {
            issues.append(DocumentIssue(place, .undecodable(String(reference.path))))
            return nil
        }
        // Beside the locale's own folder, so that `../../en/…` can be told from a way out of `content/`.
        var parts = [Substring(targets.locales[document.locale].code)]
        parts += document.file.key.string.split(separator: "/").dropLast()
        for part in decoded.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else {
                    issues.append(DocumentIssue(place, .outsideContent(String(reference.path))))
                    return nil
                }
            } else {
                parts.append(part)
            }
        }
        guard let code = parts.first, let locale = targets.locales.firstIndex(where: { $0.code == code }) else {
            issues.append(DocumentIssue(place, .brokenLink(String(reference.path), nearest: nil)))
            return nil
        }
        return ContentPath(locale: locale, relative: parts.dropFirst().joined(separator: "/"))
    }

    private mutating func file(
        _ path: ContentPath, suffix: String, _ place: DocumentIssue.Place, missing: (String?) -> Diagnostic
    ) -> LinkTarget {
        for locale in [path.locale, 0] {
            let file = ContentFile(locale: locale, key: path.relative)
            if targets.hasFile(file) { return .file(file, suffix: suffix) }
        }
        issues.append(DocumentIssue(place, missing(suggestion(for: path))))
        return .broken
    }

    /// The name nearest to a path that does not exist, relative to the document's folder.
    private func suggestion(for path: ContentPath) -> String? {
        guard let name = nearestName(to: path.relative, among: targets.names(path.locale)) else { return nil }
        let folder = document.file.key.folder
        if path.locale != document.locale { return nil }
        if let folder { return name.hasPrefix(folder + "/") ? String(name.dropFirst(folder.count + 1)) : "../\(name)" }
        return name
    }
}

/// The parts of a relative address.
private struct Reference {
    let path: Substring
    /// Decoded, without `#`.
    let fragment: String?
    /// Query and fragment as written.
    let suffix: String
    let isEncoded: Bool

    init(_ text: String, isEncoded: Bool = true) {
        let pathEnd = isEncoded ? text.firstIndex { $0 == "#" || $0 == "?" } ?? text.endIndex : text.endIndex
        path = text[..<pathEnd]
        let suffix = String(text[pathEnd...])
        self.suffix = suffix
        fragment = suffix.firstIndex(of: "#").flatMap { percentDecoded(suffix[suffix.index(after: $0)...]) }
        self.isEncoded = isEncoded
    }
}

/// Whether an address begins with a scheme, as RFC 3986 writes one. A single letter is a drive of Windows.
private func hasScheme(_ destination: String) -> Bool {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")), let first = destination.utf8.first else { return false }
    return isASCIILetter(first) && destination.utf8[..<colon].count > 1
        && destination.utf8[..<colon].allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
}

extension Diagnostic {
    fileprivate static func brokenLink(_ destination: String, nearest: String?) -> Diagnostic {
        let help = nearest.map { "did you mean “\($0)”?" }
            ?? (destination.hasSuffix("/") ? "name the file: “\(destination)index.md”" : "link to a file in content/, relative to this page")
        return Diagnostic(.error, Rule.brokenLink, "“\(destination)” does not exist", at: nil, help: help)
    }

    fileprivate static func linkToDraft(_ destination: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.brokenLink, "“\(destination)” is a draft and not part of the site", at: nil,
            help: "take “draft: true” out of its front matter, or take the link out; --drafts builds with drafts")
    }

    fileprivate static func brokenAnchor(_ fragment: String, in page: String, among anchors: [String]) -> Diagnostic {
        let known = anchors.prefix(20).map { "#\($0)" }.joined(separator: ", ")
        return Diagnostic(
            .error, Rule.brokenAnchor, "\(page) has no heading with the anchor “#\(fragment)”", at: nil,
            help: nearestName(to: fragment, among: anchors).map { "did you mean “#\($0)”?" }
                ?? (anchors.isEmpty
                    ? "link to the page as a whole, without “#\(fragment)”: it has no headings but its title" : "its anchors are: \(known)"))
    }

    fileprivate static func missingImage(_ destination: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingFile, "the image “\(destination)” does not exist", at: nil,
            help: nearest.map { "did you mean “\($0)”?" } ?? "put the file there, in this locale or in the source's")
    }

    fileprivate static func externalImage(_ address: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.externalImage, "the image “\(address)” lies on another site", at: nil,
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

/// MERGE: replaced by CommonMark.isUnsafe
private func isUnsafe(_ destination: String) -> Bool {
    ["javascript:", "vbscript:", "data:", "file:"].contains { destination.lowercased().hasPrefix($0) }
}
