/// How the texts of a locale are written.
struct ProseSettings: Sendable {
    let layouts: ProseLayouts
    /// `nil` where texts are shown as they are typed.
    let typographer: Typographer?
    /// With which the caption of a table begins.
    let captionWord: [UInt8]
    let allowsRawHTML: Bool
    /// Whether code is noted, to be highlighted once all pages are read.
    let notesCode: Bool
}
