/// What can be wrong in the files that pages show, by its stable code.
enum MediaRule: String, CaseIterable, Sendable {
    /// An SVG that cannot be read, or that no browser would show.
    case invalidSVG = "invalid-svg"
    /// An SVG that runs code or loads something.
    case unsafeSVG = "unsafe-svg"
    /// An image that cannot be read.
    case damagedImage = "damaged-image"
    /// An image of another format than its name says.
    case misnamedImage = "misnamed-image"
    /// WebVTT that browsers would not show, or only in part.
    case invalidCaptions = "invalid-captions"
}
