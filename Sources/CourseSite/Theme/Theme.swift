import Templates

/// A theme, compiled for every locale of the site.
struct Theme: Sendable {
    /// A file of the theme that goes into the site.
    struct Asset: Sendable {
        let path: OutputPath
        let bytes: [UInt8]
    }

    let assets: [Asset]
    let pageFields: PageFields
    let outlineFields: OutlineFields
    let whereFields: WhereFields
    let chooserFields: ChooserFields
    let redirectFields: RedirectFields
    let proseFields: ProseFields
    /// The record of asset paths, for the layouts that want it.
    let assetRecord: Record
    /// By the locale's index.
    let locales: [LocalizedLayouts]
}

/// The layouts of a theme in one language.
struct LocalizedLayouts: Sendable {
    let home: Template
    let module: Template
    let session: Template
    let page: Template
    let outline: Template
    let whereabouts: Template
    let chooser: Template
    let notFound: Template
    let redirect: Template
    let prose: ProseLayouts
    let phrases: [ThemePhrase: String]
}

/// The layouts of the elements in a text.
struct ProseLayouts: Sendable {
    let fields: ProseFields
    let heading: Template
    let alert: Template
    let table: Template
    let footnoteReference: Template
    let footnoteBack: Template
    let footnotes: Template
    let task: Template
}

extension ProseLayouts {
    /// Layouts that write nothing: for reading pages when there is no theme to show them.
    static let plain: ProseLayouts = {
        let fields = ProseFields()
        return ProseLayouts(
            fields: fields, heading: Template.empty(fields.heading.schema), alert: Template.empty(fields.alert.schema), table: Template.empty(fields.table.schema),
            footnoteReference: Template.empty(fields.footnote.schema), footnoteBack: Template.empty(fields.footnote.schema),
            footnotes: Template.empty(fields.footnotes.schema), task: Template.empty(fields.task.schema))
    }()
}
