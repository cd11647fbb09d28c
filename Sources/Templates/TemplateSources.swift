import Diagnostics

/// All that the templates of one locale are made from, parsed: layouts and partials by name, and strings.
struct TemplateSources: Sendable {
    struct ParsedString: Sendable {
        let template: ParsedTemplate
        let entry: StringTable.Entry
    }

    let templates: [String: ParsedTemplate]
    let strings: [String: ParsedString]
    let locale: String
    /// Those that include themselves, directly or through others.
    let recursive: Set<String>
    /// By name, the templates that it includes or inherits from.
    private let references: [String: Set<String>]

    /// Parses everything, in the order of names.
    init(_ sources: [String: SourceText], _ table: StringTable, diagnostics: inout [Diagnostic]) {
        var templates: [String: ParsedTemplate] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            let (template, found) = TemplateParser.parse(source)
            templates[name] = template
            diagnostics += found
        }
        var strings: [String: ParsedString] = [:]
        for (name, entry) in table.entries.sorted(by: { $0.key < $1.key }) {
            let (template, found) = TemplateParser.parse(SourceText(path: entry.path, bytes: Array(entry.text.utf8)))
            strings[name] = ParsedString(template: template, entry: entry)
            diagnostics += found.map { $0.moved(to: entry.location) }
            if let node = template.nodes.first(where: { !$0.isAllowedInString }) {
                diagnostics.append(.notInString(template.name(of: node), at: entry.location))
            }
        }
        self.templates = templates
        self.strings = strings
        locale = table.locale
        let references = templates.mapValues(\.references)
        self.references = references
        recursive = Set(templates.keys.filter { Self.reachable(from: $0, in: references).contains($0) })
    }

    /// The blocks of a template and of all that it includes or inherits from: those that can be filled.
    func blocks(of name: String) -> Set<String> {
        let reached = Self.reachable(from: name, in: references).union([name])
        return reached.reduce(into: []) { $0.formUnion(templates[$1]?.blocks ?? []) }
    }

    private static func reachable(from name: String, in references: [String: Set<String>]) -> Set<String> {
        var reached: Set<String> = []
        var waiting = references[name] ?? []
        while let next = waiting.popFirst() {
            guard reached.insert(next).inserted else { continue }
            waiting.formUnion(references[next] ?? [])
        }
        return reached
    }
}

extension ParsedTemplate.Node {
    fileprivate var isAllowedInString: Bool {
        switch kind {
        case .text, .variable, .verbatim, .section, .inverted: true
        case .partial, .parent, .block: false
        }
    }
}

extension Diagnostic {
    fileprivate static func notInString(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.templateSyntax, "a string cannot hold the template or block “\(name)”", at: location,
            help: "strings hold text, variables and sections")
    }

    fileprivate func moved(to location: SourceLocation) -> Diagnostic {
        var moved = self
        moved.location = location
        return moved
    }
}
