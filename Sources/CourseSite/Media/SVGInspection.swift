/// What an SVG is, read once.
struct SVGInspection: Sendable {
    /// Whether the outermost element is `svg`, in whatever state the rest is.
    var isSVG = false
    /// `nil` where it leaves its size to the page, or is no SVG.
    var size: ImageSize?
    /// Why it is not to be shown, in the order of the text: `invalid-svg` and `unsafe-svg`. None for one that can be shown.
    var problems: [MediaProblem] = []
}
