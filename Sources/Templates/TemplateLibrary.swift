public import Diagnostics

/// The compiled layouts of a theme in one locale.
///
/// A template is checked in each place that a layout puts it in, in every branch; one that no layout reaches, and a block's default
/// that every child replaces, are read but their names are not looked up. A template may include itself in a section over a list of
/// the record that it shows (`RecordSchema.Builder.listOfItself`); any other way to include itself is refused, as it might not end.
public struct TemplateLibrary: Sendable {
    /// A layout that the program renders, and what it has there.
    public struct Root: Sendable {
        /// That of its source, and of the layout in the library.
        public let name: String
        /// What a page of this layout has.
        public let schema: RecordSchema

        /// A layout by its name, for records of a schema.
        public init(_ name: String, _ schema: RecordSchema) {
            self.name = name
            self.schema = schema
        }
    }

    private let templates: [String: Template]
    /// Sources that no layout reaches, sorted.
    public let unusedSources: [String]
    /// Strings that no layout uses, sorted.
    public let unusedStrings: [String]

    /// Compiles the layouts from sources by name, and reports all mistakes in all of them at once, in reading order.
    ///
    /// With errors among the diagnostics the library is of no use but to go on and find more.
    public static func compile(
        roots: [Root], sources: [String: SourceText], strings: StringTable
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let parsed = TemplateSources(sources, strings, diagnostics: &diagnostics)
        var report = CompileReport()
        var templates: [String: Template] = [:]
        var unusedSources = Set(sources.keys)
        var unusedStrings = Set(strings.entries.keys)
        for root in roots {
            guard let source = parsed.templates[root.name] else {
                report.add(.missingTemplate(root.name))
                continue
            }
            var compiler = TemplateCompiler(parsed)
            templates[root.name] = compiler.compile(root.name, source, for: root.schema)
            for diagnostic in compiler.report.diagnostics { report.add(diagnostic) }
            unusedSources.subtract(compiler.usedTemplates)
            unusedStrings.subtract(compiler.usedStrings)
        }
        let library = TemplateLibrary(
            templates: templates, unusedSources: unusedSources.sorted(), unusedStrings: unusedStrings.sorted())
        return (library, (diagnostics + report.diagnostics).inReadingOrder())
    }

    /// The layout of a root's name; none if its source is missing, which was reported.
    public subscript(name: String) -> Template? {
        templates[name]
    }
}

extension Diagnostic {
    fileprivate static func missingTemplate(_ name: String) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.missingTemplate, "the theme has no layout “\(name)”", at: nil,
            help: "add it, or extend a theme that has it")
    }
}
