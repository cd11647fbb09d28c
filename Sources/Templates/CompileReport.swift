import Diagnostics

/// The mistakes found while compiling, each once: a partial is compiled in every place that includes it.
struct CompileReport {
    private struct Key: Hashable {
        let code: String
        let message: String
        let location: SourceLocation?
    }

    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Key> = []

    /// Adds how the place came to be read.
    mutating func add(_ diagnostic: Diagnostic, in scope: Scope) {
        var diagnostic = diagnostic
        if let string = scope.string {
            diagnostic.notes.append("in the string “\(string.name)” at \(string.definedIn.location.shortForm)")
        }
        if let includedAt = scope.includedAt?.location, includedAt != diagnostic.location {
            diagnostic.notes.append("included at \(includedAt.shortForm)")
        }
        add(diagnostic)
    }

    mutating func add(_ diagnostic: Diagnostic) {
        let key = Key(code: diagnostic.code, message: diagnostic.message, location: diagnostic.location)
        if seen.insert(key).inserted { diagnostics.append(diagnostic) }
    }
}

extension Scope {
    /// Where a tag's name stands; in a string, where the template uses it.
    func place(of node: ParsedTemplate.Node) -> SourceLocation {
        templatePlace(of: node).location
    }

    func templatePlace(of node: ParsedTemplate.Node) -> TemplatePlace {
        string?.place ?? TemplatePlace(source: template.source, range: node.range)
    }
}

extension SourceLocation {
    fileprivate var shortForm: String { "\(path):\(start.line):\(start.column)" }
}

extension String {
    /// The name that was meant, else those there are, if any; `noun` says what they are, in the plural.
    static func remedy(for name: String, among known: [String], _ noun: String) -> String? {
        if let nearest = nearestName(to: name, among: known) { return "did you mean “\(nearest)”?" }
        guard !known.isEmpty else { return nil }
        return "the \(noun) are \(known.prefix(20).joined(separator: ", "))\(known.count > 20 ? ", …" : "")"
    }
}
