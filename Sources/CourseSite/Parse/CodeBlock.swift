/// A block of code that names its language, noted where a site wants code highlighted. It stands in the text without colours; its gap
/// says where others may take their place.
struct CodeBlock: Sendable {
    /// As its author names it behind the fence.
    let language: String
    let code: [UInt8]
    /// What it takes in the prose's HTML, from its gap on.
    let length: Int
    /// Its place in the markup, in reading order.
    let node: Int
    /// The same with colours; `nil` where it stays as it is.
    var highlighted: [UInt8]?
}
