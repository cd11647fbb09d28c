extension DocumentReader {
    /// A page after a change.
    struct Change {
        let document: Document
        let anchors: Anchors
        let face: PageFace
        /// Whether its key points, which also show on the pages that collect them, are others than before.
        let hasOtherKeyPoints: Bool
    }

    /// A page after a change, if there is nothing to say about it and it shows nothing new on other pages, but for what its key points say.
    ///
    /// Never the glossary: its page also shows where its terms are used, which nobody knows without reading all pages.
    /// - Parameters:
    ///   - face: what of the page showed on others before.
    ///   - source: the first locale's text and anchors of the same page; `nil` for that page itself, and where only this locale has it.
    func reread(
        _ file: PageFile, _ bytes: [UInt8], locale: Int, face: PageFace, wasDraft: Bool, source: (prose: Prose, anchors: Anchors)?
    ) -> Change? {
        guard !file.key.isGlossary, !face.offersDownloads else { return nil }
        let result = read(file, bytes, locale: locale)
        // What is to be highlighted, is so with all else.
        guard let document = result.document, result.issues.isEmpty, result.diagnostics.isEmpty, document.frontMatter.isDraft == wasDraft,
            document.prose.codes.isEmpty
        else { return nil }
        let resolved = HeadingAnchors.resolve(document.prose, source: source)
        let new = PageFace(document, anchors: resolved.anchors)
        guard resolved.issues.isEmpty, new.isEqualButForKeyPoints(to: face) else { return nil }
        return Change(document: document, anchors: resolved.anchors, face: new, hasOtherKeyPoints: new.keyPoints != face.keyPoints)
    }
}
