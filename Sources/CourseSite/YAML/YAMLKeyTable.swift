extension YAMLKey {
    /// Keys as a Markdown table for the documentation; those of a mapping below it, as `locales / code`.
    static func markdownTable(_ keys: [YAMLKey]) -> String {
        var table = "| key | holds | meaning |\n|---|---|---|\n"
        appendRows(keys, prefix: "", to: &table)
        return table
    }

    private static func appendRows(_ keys: [YAMLKey], prefix: String, to table: inout String) {
        for key in keys {
            let name = prefix + key.name
            table += "| `\(name)`\(key.isRequired ? ", required" : "") | \(key.shape.summary) | \(key.summary) |\n"
            appendRows(key.shape.nestedKeys, prefix: name + " / ", to: &table)
        }
    }
}

extension YAMLShape {
    /// What it holds, where the keys of a mapping are told elsewhere.
    fileprivate var summary: String {
        if case .list(.mapping) = self { return "a list of mappings" }
        return expectation
    }

    fileprivate var nestedKeys: [YAMLKey] {
        switch self {
        case .mapping(let keys), .list(.mapping(let keys)): keys
        default: []
        }
    }
}
