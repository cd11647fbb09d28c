import Diagnostics
import HTMLBytes

/// How a file is opened at its line in the author's editor: by an address that the editor has told the system it opens.
public struct EditorLink: Hashable, Sendable {
    /// Editors by the names that `--editor` takes.
    private static let templates: [String: String] = [
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
    ]

    /// All of them, sorted.
    public static let names = templates.keys.sorted()

    /// With the words `{path}`, `{line}` and `{column}`.
    private let template: String
    /// Absolute.
    private let project: String

    /// - Parameters:
    ///   - editor: a name, or a template: an address with `{path}` in it.
    ///   - project: the project's folder from the root of the file system.
    /// - Returns: `nil` where it is neither.
    public init?(_ editor: String, project: String) {
        let template = Self.templates[editor] ?? editor
        guard template.contains("{path}"), let colon = template.firstIndex(of: ":"), colon != template.startIndex,
            template[..<colon].utf8.allSatisfy(Self.isOfScheme),
            !["javascript", "data", "vbscript"].contains(template[..<colon].lowercased())
        else { return nil }
        self.template = template
        self.project = project
    }

    /// Where a diagnostic points.
    func href(to location: SourceLocation) -> String {
        let words = [
            "{path}": String(decoding: percentEncoded("\(project)/\(location.path)"), as: UTF8.self), "{line}": String(location.start.line),
            "{column}": String(location.start.column),
        ]
        var href = ""
        var rest = template[...]
        while let next = rest.firstIndex(of: "{") {
            href += rest[..<next]
            rest = rest[next...]
            let word = words.first { rest.hasPrefix($0.key) }
            href += word?.value ?? "{"
            rest = rest.dropFirst(word?.key.count ?? 1)
        }
        return href + rest
    }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
