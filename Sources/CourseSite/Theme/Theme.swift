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
