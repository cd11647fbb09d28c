/// How a theme calls a page that no author writes, in one locale.
struct GeneratedPage: Sendable {
    let title: String
    /// Its name in the address.
    let slug: String

    /// Its text: a title. The document has no file, and names what it is instead.
    fileprivate func document(locale: Int, of place: Page.Place) -> Document {
        Document(
            file: PageFile(key: .generated, path: SourcePath(place.generatedName ?? ""), stamp: FileStamp(size: 0)), locale: locale,
            frontMatter: FrontMatter(),
            title: title, prose: Prose())
    }
}

/// All that a theme names of such pages.
struct GeneratedPages: Sendable {
    let outline: GeneratedPage
    /// Of a module, and of the course.
    let keyPoints: GeneratedPage
}

extension [GeneratedPages] {
    /// The texts of the pages of all locales, as they stand behind those of authors.
    func texts() -> [PageText] {
        let outlines = enumerated().map { $1.outline.document(locale: $0, of: .outline) }
        let keyPoints = enumerated().map { $1.keyPoints.document(locale: $0, of: .keyPoints(module: nil)) }
        return (outlines + keyPoints).map { PageText(document: $0, anchors: .none) }
    }

    /// The text of the outline's page, among these.
    func outline(_ locale: Int) -> Int { locale }

    /// The text of all pages of key points.
    func keyPoints(_ locale: Int) -> Int { count + locale }
}

extension Page.Place {
    /// Whether no author writes the page.
    var isGenerated: Bool { generatedName != nil }

    /// What a page is called in a message that no author writes; `nil` for all others.
    var generatedName: String? {
        switch self {
        case .outline: "the outline of the course"
        case .keyPoints(module: nil): "the key points of the course"
        case .keyPoints: "the key points of a module"
        case .home, .standalone, .module, .session: nil
        }
    }
}
