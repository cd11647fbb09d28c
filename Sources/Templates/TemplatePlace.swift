import Diagnostics

/// A place in a template, before its line and column are known: they are counted only when there is something to say about it.
struct TemplatePlace: Hashable {
    let source: SourceText
    let range: Range<Int>

    var location: SourceLocation { source.location(of: range) }

    static func == (one: TemplatePlace, other: TemplatePlace) -> Bool {
        one.range == other.range && one.source.path == other.source.path
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(source.path)
        hasher.combine(range)
    }
}
