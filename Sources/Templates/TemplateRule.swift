/// What can be wrong with a template: the codes of this target's diagnostics.
public enum TemplateRule: String, CaseIterable, Sendable {
    /// A tag that cannot be read: unclosed, mismatched, without a name, or of a kind that these templates do not have.
    case templateSyntax = "template-syntax"
    /// Text beside the blocks of a parent tag, which is never shown.
    case ignoredContent = "ignored-content"
    /// A variable or section that the page does not have at that place.
    case unknownName = "unknown-name"
    /// A name used as what it is not: a list as a text, HTML where text is escaped.
    case wrongKind = "wrong-kind"
    /// A layout that the program needs and the theme does not have.
    case missingTemplate = "missing-template"
    case missingPartial = "missing-partial"
    case missingParent = "missing-parent"
    /// A block that is filled for a parent that has no such block.
    case missingBlock = "missing-block"
    /// A block that one parent tag fills twice.
    case duplicateBlock = "duplicate-block"
    case missingString = "missing-string"
    /// A template that includes itself without going deeper into the data, and would never end.
    case endlessTemplate = "endless-template"
    /// Templates that nest too deep or grow too large when they are put together.
    case templateLimit = "template-limit"
}
