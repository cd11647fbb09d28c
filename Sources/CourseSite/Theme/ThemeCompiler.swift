import Diagnostics
import Templates

/// Turns a theme's files into layouts, one set for each locale. Everything that is wrong in any of them is found here, before a page is read.
struct ThemeCompiler {
    private let folder: ThemeFolder
    private let pageFields: PageFields
    private let outlineFields = OutlineFields()
    private let whereFields = WhereFields()
    private let chooserFields: ChooserFields
    private let redirectFields = RedirectFields()
    private let proseFields: ProseFields
    private let assets: [Theme.Asset]
    private let assetRecord: Record
    private(set) var diagnostics: [Diagnostic] = []

    /// The style sheet of coloured code, which a site without any does without.
    private static let codeStyles = "code.css"

    init(_ folder: ThemeFolder, highlightsCode: Bool) {
        var builder = RecordSchema.Builder("assets")
        var assets = [Theme.Asset]()
        var paths = [(Field<Text>, OutputPath)]()
        var fieldNames = Set<String>()
        for (name, bytes) in folder.assets.sorted(by: { $0.key < $1.key }) {
            let path = AssetNames.path(of: name, content: bytes)
            if highlightsCode || name != Self.codeStyles { assets.append(Theme.Asset(path: path, bytes: bytes)) }
            // Names that differ only in what a field name cannot hold share one: the first has it.
            let fieldName = AssetNames.fieldName(of: name)
            if fieldNames.insert(fieldName).inserted { paths.append((builder.text(fieldName, "assets/\(name)"), path)) }
        }
        let schema = builder.finish()
        var record = Record(schema)
        for (field, path) in paths { record[field] = Text(Permalink(path).bytes) }

        self.folder = folder
        self.assets = assets
        assetRecord = record
        pageFields = PageFields(assets: schema, outline: outlineFields)
        proseFields = ProseFields(durations: pageFields.durations, sizes: pageFields.sizes)
        chooserFields = ChooserFields(assets: schema, alternates: pageFields.alternateFields)
    }

    /// - Returns: `nil` where a layout or a language is missing; `diagnostics` then holds an error.
    mutating func compile(for locales: [Locale], workers: Workers) throws(EnvironmentError) -> Theme? {
        let results = try workers.map(locales.count, chunk: 1, state: {}) {
            [self] _, index throws(EnvironmentError) -> (LocalizedLayouts?, [Diagnostic]) in
            var diagnostics = [Diagnostic]()
            let compiled = compile(for: locales[index], &diagnostics)
            return (compiled, diagnostics)
        }
        // A mistake in a layout is found once for every locale, a missing layout as often.
        diagnostics = (diagnostics + results.flatMap(\.1)).inReadingOrder()
        let layouts = results.compactMap(\.0)
        guard layouts.count == locales.count else { return nil }
        return Theme(
            assets: assets, pageFields: pageFields, outlineFields: outlineFields, whereFields: whereFields, chooserFields: chooserFields,
            redirectFields: redirectFields, proseFields: proseFields, assetRecord: assetRecord, locales: layouts)
    }

    private func compile(for locale: Locale, _ diagnostics: inout [Diagnostic]) -> LocalizedLayouts? {
        ThemeStrings.table(for: locale, in: folder, diagnostics: &diagnostics).flatMap { localized($0, &diagnostics) }
    }

    private func localized(_ strings: StringTable, _ diagnostics: inout [Diagnostic]) -> LocalizedLayouts? {
        let roots =
            [
                TemplateLibrary.Root("home", pageFields.schema), TemplateLibrary.Root("module", pageFields.schema),
                TemplateLibrary.Root("session", pageFields.schema), TemplateLibrary.Root("page", pageFields.schema),
                TemplateLibrary.Root("glossary", pageFields.schema),
                TemplateLibrary.Root("outline", outlineFields.schema), TemplateLibrary.Root("outline-page", pageFields.schema),
                TemplateLibrary.Root("key-points", pageFields.schema),
                TemplateLibrary.Root("where", whereFields.schema),
                TemplateLibrary.Root("chooser", chooserFields.schema), TemplateLibrary.Root("404", chooserFields.schema),
                TemplateLibrary.Root("redirect", redirectFields.schema),
            ] + ProseLayout.allCases.map { TemplateLibrary.Root($0.rawValue, proseFields.schema(of: $0)) }
        var phrases = [ThemePhrase: String]()
        for phrase in ThemePhrase.allCases {
            if let entry = strings.entries[phrase.rawValue] {
                phrases[phrase] = entry.text
            } else {
                diagnostics.append(.missingPhrase(phrase, language: strings.locale, strings: folder.strings[strings.locale]?.last?.path))
            }
        }
        let (library, found) = TemplateLibrary.compile(roots: roots, sources: folder.templates, strings: strings)
        diagnostics += found.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.location = diagnostic.location ?? SourceLocation(path: folder.path.string)
            return diagnostic
        }

        guard let home = library["home"], let module = library["module"], let session = library["session"], let page = library["page"],
            let glossary = library["glossary"],
            let outline = library["outline"], let outlines = library["outline-page"], let keyPoints = library["key-points"],
            let whereabouts = library["where"], let chooser = library["chooser"],
            let notFound = library["404"], let redirect = library["redirect"],
            ProseLayout.allCases.allSatisfy({ library[$0.rawValue] != nil })
        else { return nil }
        let prose = ProseLayouts(fields: proseFields) { library[$0.rawValue] ?? Template.empty(proseFields.schema(of: $0)) }
        return LocalizedLayouts(
            home: home, module: module, session: session, page: page, glossary: glossary, outline: outline, outlines: outlines,
            keyPoints: keyPoints,
            whereabouts: whereabouts, chooser: chooser, notFound: notFound, redirect: redirect, prose: prose, phrases: phrases)
    }
}

extension Template {
    /// What the template writes for a record without marks.
    func bytes(_ record: Record) -> [UInt8] {
        var output = [UInt8]()
        var marks = [Mark]()
        render(record, into: &output, marks: &marks)
        return output
    }

    func string(_ record: Record) -> String {
        String(decoding: bytes(record), as: UTF8.self)
    }
}

extension Diagnostic {
    fileprivate static func missingPhrase(_ phrase: ThemePhrase, language: String, strings: SourcePath?) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingString, "the theme's string “\(phrase.rawValue)” is missing in “\(language)”",
            at: strings.map { SourceLocation(path: $0.string) }, help: "add “\(phrase.rawValue): …”: the generator itself needs it")
    }
}
