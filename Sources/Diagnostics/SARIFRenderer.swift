import HTMLBytes

/// Diagnostics in the Static Analysis Results Interchange Format (SARIF 2.1.0), which code hosts and editors read.
public struct SARIFRenderer: Sendable {
    /// What the log calls the folder to which its paths are relative.
    private static let base = "PROJECT"
    private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    private let version: String
    private let project: String?
    private let explanations: [String: Explanation]

    /// - Parameters:
    ///   - version: the program's.
    ///   - project: the absolute path of the project's folder, for readers who do not know where they are.
    ///   - explanations: what there is to say about the codes.
    public init(version: String, project: String?, explanations: [Explanation]) {
        self.version = version
        self.project = project
        self.explanations = Dictionary(explanations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A log of one run, ending in a newline.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        let codes = Set(diagnostics.map(\.code)).sorted()
        let driver = JSONValue.members([
            "name": "lutrin", "version": .text(version), "semanticVersion": .text(version), "rules": .list(codes.map(rule)),
        ])
        let run = JSONValue.members([
            "tool": .members(["driver": driver]),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": .members([Self.base: folder]),
            "results": .list(diagnostics.map { result($0, index: codes.firstIndex(of: $0.code)) }),
        ])
        let log = JSONValue.members(["$schema": .text(Self.schema), "version": "2.1.0", "runs": .list([run])])
        return log.pretty + "\n"
    }

    private func encoded(_ path: String) -> String { String(decoding: percentEncoded(path), as: UTF8.self) }

    private var folder: JSONValue {
        let description = JSONValue.members(["text": "the project: the folder with site.yml"])
        // A base must end in a slash, else its last name would be replaced.
        let address = project.map { "file://" + encoded($0.hasSuffix("/") ? $0 : $0 + "/") }
        return .members(["uri": address.map { .text($0) }, "description": description])
    }

    private func rule(_ code: String) -> JSONValue {
        guard let explanation = explanations[code] else { return .members(["id": .text(code)]) }
        return .members([
            "id": .text(code),
            "shortDescription": message(explanation.summary),
            "fullDescription": message(explanation.reason),
            "help": .members(["text": .text(braced(explanation.reason)), "markdown": .text(braced(explanation.markdown))]),
        ])
    }

    private func result(_ diagnostic: Diagnostic, index: Int?) -> JSONValue {
        let remedy = diagnostic.help.map { ["help: " + $0] } ?? []
        let lines = [diagnostic.message] + diagnostic.notes.map { "note: " + $0 } + remedy
        return .members([
            "ruleId": .text(diagnostic.code),
            "ruleIndex": index.map { .number($0) },
            "level": .text(diagnostic.severity.rawValue),
            "message": message(lines.joined(separator: "\n")),
            "locations": diagnostic.location.map { .list([.members(["physicalLocation": place($0)])]) },
        ])
    }

    private func place(_ location: SourceLocation) -> JSONValue {
        let path = encoded(location.path)
        let artifact: JSONValue =
            location.path.hasPrefix("/")
            ? .members(["uri": .text("file://" + path)]) : .members(["uri": .text(path), "uriBaseId": .text(Self.base)])
        return .members(["artifactLocation": artifact, "region": location.excerpt == nil ? nil : region(location)])
    }

    private func region(_ location: SourceLocation) -> JSONValue {
        .members([
            "startLine": .number(max(1, location.start.line)), "startColumn": .number(max(1, location.start.column)),
            "endLine": .number(max(1, location.end.line)), "endColumn": .number(max(1, location.end.column)),
        ])
    }

    private func message(_ text: String) -> JSONValue {
        .members(["text": .text(braced(text))])
    }

    /// In a message, `{0}` stands for an argument; a brace that is meant is doubled (section 3.11.5).
    private func braced(_ text: String) -> String {
        var result = ""
        for character in text {
            result.append(character)
            if character == "{" || character == "}" { result.append(character) }
        }
        return result
    }
}
