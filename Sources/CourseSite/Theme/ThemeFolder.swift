import Diagnostics

/// The files of a theme and of those that it extends, its own first: what a theme has replaces what the one it extends has, file by file.
struct ThemeFolder: Sendable {
    static let folder = SourcePath("themes")

    /// The theme's own folder.
    let path: SourcePath
    /// By name: `home` for `layouts/home.mustache`, `icon/note` for `partials/icon/note.mustache`.
    var templates: [String: SourceText] = [:]
    /// By path in `assets/`: `css/theme.css`.
    var assets: [String: [UInt8]] = [:]
    /// By language tag; of several themes the one that extends comes last.
    var strings: [String: [(path: SourcePath, bytes: [UInt8])]] = [:]
}

/// Reads a theme's files, and those of the themes that it extends.
struct ThemeReader {
    /// In bytes.
    private static let templateSizeLimit = 128 << 10

    private let files: any ProjectFiles
    private(set) var diagnostics: [Diagnostic] = []

    init(files: any ProjectFiles) {
        self.files = files
    }

    /// - Parameter location: where the theme is named.
    /// - Returns: `nil` where the theme or one that it extends does not exist; `diagnostics` then holds an error.
    mutating func read(_ name: String, namedAt location: SourceLocation) throws(EnvironmentError) -> ThemeFolder? {
        var chain = [String]()
        var next: (name: String, location: SourceLocation)? = (name, location)
        while let (theme, location) = next {
            if chain.contains(theme) {
                diagnostics.append(.circularTheme(chain + [theme], at: location))
                return nil
            }
            guard isFolderName(theme), try hasTheme(theme) else {
                diagnostics.append(.missingTheme(theme, at: location, known: try themeNames()))
                return nil
            }
            chain.append(theme)
            next = try parent(of: theme)
        }
        var result = ThemeFolder(path: ThemeFolder.folder.appending(name))
        for theme in chain.reversed() { try add(ThemeFolder.folder.appending(theme), to: &result) }
        return result
    }

    private func isFolderName(_ name: String) -> Bool {
        !name.isEmpty && !name.contains("/") && name != "." && name != ".."
    }

    private func hasTheme(_ name: String) throws(EnvironmentError) -> Bool {
        try !files.entries(of: ThemeFolder.folder.appending(name)).isEmpty
    }

    private func themeNames() throws(EnvironmentError) -> [String] {
        try files.entries(of: ThemeFolder.folder).filter { $0.kind == .folder }.compactMap(\.name).sorted()
    }

    private mutating func parent(of theme: String) throws(EnvironmentError) -> (name: String, location: SourceLocation)? {
        let path = ThemeFolder.folder.appending(theme).appending("theme.yml")
        guard let bytes = try files.contents(of: path) else { return nil }
        let report = FileReport(path, bytes)
        defer { diagnostics += report.diagnostics }
        guard let file = YAMLFile.read(bytes, report: report) else { return nil }
        return YAMLChecker(report: report).checkRoot(file.root, keys: ThemeKeys.all).text("extends").map {
            ($0.value, report.location(of: $0))
        }
    }

    private mutating func add(_ theme: SourcePath, to result: inout ThemeFolder) throws(EnvironmentError) {
        for kind in ["partials", "layouts"] {
            for (name, path) in try walk(theme.appending(kind)) where name.hasSuffix(".mustache") {
                guard let bytes = try files.contents(of: path) else { continue }
                let report = FileReport(path, bytes)
                // What cannot be read stands for an empty template: that it is missing as well would be said for nothing.
                let isSmall = bytes.count <= Self.templateSizeLimit
                if !isSmall { report.add(.tooLarge(path, size: bytes.count, limit: Self.templateSizeLimit, what: "a template")) }
                let isText = isSmall && TextEncoding.check(bytes, report: report)
                result.templates[String(name.dropLast(".mustache".count))] = SourceText(path: path.string, bytes: isText ? bytes : [])
                diagnostics += report.diagnostics
            }
        }
        for (name, path) in try walk(theme.appending("assets")) { result.assets[name] = try files.contents(of: path) }
        for (name, path) in try walk(theme.appending("strings")) where name.hasSuffix(".yml") {
            guard let bytes = try files.contents(of: path) else { continue }
            result.strings[String(name.dropLast(".yml".count)), default: []].append((path, bytes))
        }
    }

    /// All files below a folder, by their path in it; hidden ones and editors' backups left out.
    private func walk(_ root: SourcePath) throws(EnvironmentError) -> [(name: String, path: SourcePath)] {
        var found = [(name: String, path: SourcePath)]()
        var folders = [""]
        while let folder = folders.popLast() {
            for entry in try files.entries(of: folder.isEmpty ? root : root.appending(folder)) {
                guard let name = entry.name, !name.hasPrefix("."), !name.hasSuffix("~") else { continue }
                let relative = folder.isEmpty ? name : "\(folder)/\(name)"
                switch entry.kind {
                case .folder: folders.append(relative)
                case .file: found.append((relative, root.appending(relative)))
                case .strayLink, .special: continue
                }
            }
        }
        return found.sorted { $0.name < $1.name }
    }
}

/// The keys of `theme.yml`.
enum ThemeKeys {
    static let all: [YAMLKey] = [
        YAMLKey("title", .text, "the theme's name for people"),
        YAMLKey("extends", .text, "the theme whose files are used where this one has none"),
    ]
}

extension Diagnostic {
    fileprivate static func missingTheme(_ name: String, at location: SourceLocation, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingTheme, "there is no theme “\(name)” in themes/", at: location,
            help: nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
                ?? (known.isEmpty ? "put the theme's folder into themes/" : "the themes are: \(known.joined(separator: ", "))"))
    }

    fileprivate static func circularTheme(_ chain: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingTheme, "the themes extend each other in a circle: \(chain.joined(separator: " → "))", at: location,
            help: "take one “extends:” out")
    }
}
