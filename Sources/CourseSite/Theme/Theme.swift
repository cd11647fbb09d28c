import Templates

/// A theme, compiled for every locale of the site.
final class Theme: Sendable {
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

    init(
        assets: [Asset], pageFields: PageFields, outlineFields: OutlineFields, whereFields: WhereFields,
        chooserFields: ChooserFields, redirectFields: RedirectFields, proseFields: ProseFields, assetRecord: Record,
        locales: [LocalizedLayouts]
    ) {
        self.assets = assets
        self.pageFields = pageFields
        self.outlineFields = outlineFields
        self.whereFields = whereFields
        self.chooserFields = chooserFields
        self.redirectFields = redirectFields
        self.proseFields = proseFields
        self.assetRecord = assetRecord
        self.locales = locales
    }
}

/// The layouts of a theme in one language.
final class LocalizedLayouts: Sendable {
    let home: Template
    let module: Template
    let session: Template
    let page: Template
    let glossary: Template
    let outline: Template
    /// The page that lists everything.
    let outlines: Template
    let keyPoints: Template
    let whereabouts: Template
    let chooser: Template
    let notFound: Template
    let redirect: Template
    let prose: ProseLayouts
    let phrases: [ThemePhrase: String]

    init(
        home: Template, module: Template, session: Template, page: Template, glossary: Template, outline: Template, outlines: Template,
        keyPoints: Template, whereabouts: Template, chooser: Template, notFound: Template, redirect: Template, prose: ProseLayouts,
        phrases: [ThemePhrase: String]
    ) {
        self.home = home
        self.module = module
        self.session = session
        self.page = page
        self.glossary = glossary
        self.outline = outline
        self.outlines = outlines
        self.keyPoints = keyPoints
        self.whereabouts = whereabouts
        self.chooser = chooser
        self.notFound = notFound
        self.redirect = redirect
        self.prose = prose
        self.phrases = phrases
    }
}

extension LocalizedLayouts {
    /// The pages that no author writes, as the strings call them.
    var generatedPages: GeneratedPages {
        func page(_ title: ThemePhrase, _ slug: ThemePhrase, otherwise name: String) -> GeneratedPage {
            GeneratedPage(title: phrases[title] ?? "", slug: phrases[slug].flatMap { Slug.isUsable($0) ? $0 : nil } ?? name)
        }
        return GeneratedPages(
            outline: page(.outline, .outlineSlug, otherwise: "outline"),
            keyPoints: page(.keyPoints, .keyPointsSlug, otherwise: "key-points"))
    }
}
