/// What comes next in a text of XML.
enum XMLEvent {
    /// `<?xml … ?>`.
    case declaration(encoding: String?)
    /// `<!DOCTYPE`, before anything of its subset has been read.
    case documentType(isExternal: Bool, hasSubset: Bool)
    /// `<?target … ?>`.
    case instruction(target: String)
    /// In the order of the text; declarations of namespaces are not among the attributes.
    case start(XMLName, [(name: XMLName, value: String)])
    case end
    /// A piece of it, which lives as long as the call.
    case text(UnsafeRawBufferPointer)
}

/// The name of an element or an attribute.
struct XMLName: Hashable {
    /// Empty where it has none.
    let namespace: String
    let local: String
}
