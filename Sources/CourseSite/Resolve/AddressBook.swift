import Diagnostics

/// Who has which address: two pages, or a page and a file, at one address are a mistake, also where the names differ in case alone.
struct AddressBook {
    private struct Claim {
        let source: String
        let path: OutputPath
        /// Whether it is that of a page that shows the source's text.
        var isFallback = false
        /// Whether no author has it.
        var isReserved = false
    }

    /// In bytes, on nearly every file system.
    private static let longestName = 255

    private let documents: [Document]
    private var claims: [String: Claim] = [:]

    init(documents: [Document]) {
        self.documents = documents
        reserve(["index.html", "404.html", "sitemap.xml", "robots.txt"].map(OutputPath.init), for: "a file that every site has")
    }

    /// Keeps addresses for what no author writes; `holder` says what, in a message.
    mutating func reserve(_ paths: [OutputPath], for holder: String) {
        for path in paths { claims[path.folded] = Claim(source: holder, path: path, isReserved: true) }
    }

    mutating func claim(_ page: Page, of locale: Int, issues: inout [[DocumentIssue]]) {
        let document = documents[page.text]
        let slug = document.frontMatter.slug
        if let slug, !Slug.isUsable(slug.value), !page.isFallback {
            issues[page.text].append(DocumentIssue(slug, .unusableSlug(slug.value)))
        }
        if page.path.name.count > Self.longestName { issues[page.text].append(DocumentIssue(.file, .nameTooLong(page.path))) }
        let own = Claim(source: document.file.path.string, path: page.path, isFallback: page.isFallback)
        guard let holder = claim(page.path, own) else { return }
        // Of two fallbacks the same was said where the source's own pages have their addresses.
        if page.isFallback, holder.isFallback { return }
        let who = holder.isReserved ? "the page" : "one of the two"
        let diagnostic = duplicate(page.path, holder, help: "give \(who) another “slug:” or another file name")
        issues[page.text].append(slug.map { DocumentIssue($0, diagnostic) } ?? DocumentIssue(.file, diagnostic))
    }

    mutating func claim(_ entry: FileMap.Entry, _ file: ContentFile) -> Diagnostic? {
        claim(entry.path, Claim(source: entry.source.string, path: entry.path)).map {
            var diagnostic = duplicate(entry.path, $0, help: "rename the file")
            diagnostic.location = SourceLocation(path: entry.source.string)
            return diagnostic
        }
    }

    mutating func claimAliases(of page: Page, in locale: Locale, issues: inout [[DocumentIssue]]) {
        let document = documents[page.text]
        for alias in document.frontMatter.aliases {
            guard let path = Alias.path(alias.value, in: locale) else {
                issues[page.text].append(DocumentIssue(alias, .unusableAlias(alias.value)))
                continue
            }
            if let holder = claim(path, Claim(source: document.file.path.string, path: path)) {
                issues[page.text].append(DocumentIssue(alias, duplicate(path, holder, help: "take the alias out")))
            }
        }
    }

    /// A file cannot have the address of a folder in which others lie.
    func filesInPlaceOfFolders() -> [Diagnostic] {
        let folders = OutputPath.folders(of: claims.keys)
        return claims.filter { folders.contains($0.key[...]) }.values.map { .folderAtURL($0.path, at: SourceLocation(path: $0.source)) }
    }

    /// - Returns: who has the address already.
    private mutating func claim(_ path: OutputPath, _ claim: Claim) -> Claim? {
        if let holder = claims[path.folded] { return holder }
        claims[path.folded] = claim
        return nil
    }

    private func duplicate(_ path: OutputPath, _ holder: Claim, help: String) -> Diagnostic {
        var diagnostic = Diagnostic(
            .error, Rule.duplicateURL, "the address “\(path)” is already that of \(holder.source)", at: nil, help: help)
        if holder.path != path {
            diagnostic.notes = ["“\(holder.path)” differs in case alone: on many disks the two would be one file"]
        }
        return diagnostic
    }
}

/// An earlier address of a page.
enum Alias {
    /// - Parameter text: from the locale's root: `core/old.html`, `old/`.
    /// - Returns: `nil` where it is no address of a page within the locale.
    static func path(_ text: String, in locale: Locale) -> OutputPath? {
        var parts = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard !parts.isEmpty, parts.allSatisfy(Slug.isUsable) else { return nil }
        if text.hasSuffix("/") { parts.append("index.html") }
        guard let name = parts.last, name.hasSuffix(".html") else { return nil }
        return OutputPath(([locale.code] + parts).joined(separator: "/"))
    }
}

extension Diagnostic {
    fileprivate static func folderAtURL(_ path: OutputPath, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.duplicateURL, "the address “\(path)” is already that of a folder of the site", at: location,
            help: "give one of the two another “slug:” or another name")
    }

    fileprivate static func nameTooLong(_ path: OutputPath) -> Diagnostic {
        Diagnostic(
            .error, Rule.fileName, "the page's file in the site would have a name of \(path.name.count) bytes; most disks take 255",
            at: nil,
            help: "give the page a shorter name, or a “slug:” in its front matter")
    }

    fileprivate static func unusableSlug(_ slug: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(slug)” cannot be a page's name in its address", at: nil,
            help: "use letters, digits, hyphens, dots and underscores")
    }

    fileprivate static func unusableAlias(_ alias: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(alias)” cannot have been the address of a page", at: nil,
            help: "write it from the locale's root and with its file's name: “core/old-name.html”, or “old-name/” for a folder")
    }
}
