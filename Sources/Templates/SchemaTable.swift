extension RecordSchema {
    /// The names as a Markdown table for the documentation. `course.title` is a name as templates write it;
    /// `modules / title` is the name `title` inside the section `modules`.
    public var markdownTable: String {
        var table = "| name | kind | meaning |\n|---|---|---|\n"
        appendRows(to: &table, prefix: "", above: [])
        return table
    }

    /// `above` holds the schemas that are being printed, so that a tree's rows are printed once.
    private func appendRows(to table: inout String, prefix: String, above: [RecordSchema]) {
        for field in fields {
            table += "| `\(prefix)\(field.name)` | \(field.kind.noun) | \(field.meaning) |\n"
            if field.isList, let (_, flag) = self.field("has-\(field.name)") {
                table += "| `\(prefix)\(flag.name)` | \(flag.kind.noun) | \(flag.meaning) |\n"
            }
            let above = above + [self]
            guard let element = element(of: field), !above.contains(where: { $0.identity === element.identity }) else { continue }
            let separator = if case .record = field.kind { "." } else { " / " }
            element.appendRows(to: &table, prefix: prefix + field.name + separator, above: above)
        }
    }
}
