import Diagnostics
import Glibc

/// Makes the files of a new page in every locale.
public struct ContentScaffold: Sendable {
    /// What kind of page is made.
    public enum Kind: Sendable {
        case module, session, page
    }

    /// Why a page cannot be made.
    public struct Refusal: Error, Sendable, CustomStringConvertible {
        /// A sentence for the author, with the remedy.
        public let description: String
    }

    private let files: DiskFiles
    private let locales: [Locale]

    /// Reads the locales of a project.
    ///
    /// - Throws: `Refusal` where `site.yml` cannot be read, `EnvironmentError` where the folder cannot.
    public init(project: String) throws {
        files = try DiskFiles(root: project)
        guard let bytes = try files.contents(of: SiteConfigurationReader.path),
            let configuration = SiteConfigurationReader.read(bytes).configuration
        else {
            throw Refusal(description: "site.yml cannot be read: “lutrin check” says why")
        }
        locales = configuration.locales
    }

    /// - Parameters:
    ///   - path: in the folder of a locale, with or without `.md`.
    ///   - title: in all locales; made from the name where there is none.
    /// - Returns: the files, by what became of them.
    public func make(_ kind: Kind, at path: String, title: String?) throws -> (created: [String], existing: [String]) {
        let key = try key(kind, path)
        let keys = keys(kind, title: title ?? Self.title(from: key))
        let hasSchema = try files.size(of: Self.schema) != nil
        var created = [String]()
        var existing = [String]()
        for locale in locales {
            let file = ContentDiscovery.folder.appending(locale.code).appending(key.string)
            let text = "---\n\(hasSchema ? Self.schemaPointer(from: file) : "")\(keys)---\n\(kind == .session ? "\n## \n" : "")"
            if try create(file, text) { created.append(file.string) } else { existing.append(file.string) }
        }
        return (created, existing)
    }

    private func key(_ kind: Kind, _ path: String) throws -> PageKey {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if let last = parts.last, last.hasSuffix(".md") { parts[parts.count - 1] = String(last.dropLast(3)) }
        if kind == .module, parts.count == 2, parts[1] == "index" { parts.removeLast() }
        let levels = kind == .session ? 2 : 1
        guard parts.count == levels, parts.allSatisfy({ Slug.isUsable($0) }) else {
            throw Refusal(
                description:
                    "“\(path)” cannot be the path of a \(kind): write \(Self.example(kind)), in letters, digits, hyphens, dots and underscores"
            )
        }
        let file = kind == .module ? parts + ["index"] : parts
        guard let key = PageKey(file.joined(separator: "/") + ".md") else {
            throw Refusal(description: "“\(path)” cannot be the path of a page")
        }
        if kind == .session, let folder = key.folder, !(try hasModule(folder)) {
            throw Refusal(description: "there is no module “\(folder)”: make it first, with “lutrin new module \(folder)”")
        }
        return key
    }

    private func hasModule(_ folder: String) throws -> Bool {
        for locale in locales
        where try files.size(of: ContentDiscovery.folder.appending(locale.code).appending(folder).appending("index.md")) != nil {
            return true
        }
        return false
    }

    private static func example(_ kind: Kind) -> String {
        switch kind {
        case .module: "“module-6”"
        case .session: "“module-6/01-finance”"
        case .page: "“about”"
        }
    }

    /// `01-local-finance` is `Local finance`.
    private static func title(from key: PageKey) -> String {
        let name = if case .moduleIndex(let folder) = key.place { folder } else { String(key.stem) }
        let words = Slug.withoutOrder(name).split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Where a project keeps the schema that `lutrin schema front-matter` prints.
    private static let schema = SourcePath("docs/schemas/front-matter.json")

    /// The line by which editors find the schema: relative to the file.
    private static func schemaPointer(from file: SourcePath) -> String {
        let up = String(repeating: "../", count: file.string.count { $0 == "/" })
        return "# yaml-language-server: $schema=\(up)\(schema.string)\n"
    }

    /// What the page says of itself.
    private func keys(_ kind: Kind, title: String) -> String {
        let quoted = "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let objectives = "objectives:\n  - \"\"\n"
        return switch kind {
        case .module: "title: \(quoted)\nsummary: \"\"\n\(objectives)optional: true\ndraft: true\n"
        case .session: "title: \(quoted)\nsummary: \"\"\nduration: 45\n\(objectives)draft: true\n"
        case .page: "title: \(quoted)\nsummary: \"\"\ndraft: true\n"
        }
    }

    /// - Returns: whether the file was made; `false` where there is one.
    private func create(_ file: SourcePath, _ text: String) throws(EnvironmentError) -> Bool {
        var folder = ""
        for part in file.string.split(separator: "/").dropLast() {
            folder += folder.isEmpty ? part : "/\(part)"
            guard mkdir(files.absolute(SourcePath(folder)), 0o777) == 0 || errno == EEXIST else {
                throw .system("cannot make the folder “\(folder)”")
            }
        }
        if try files.size(of: file) != nil { return false }
        try DiskTree(root: files.absolute(.root)).write(Array(text.utf8), to: OutputPath(file.string))
        return true
    }
}
