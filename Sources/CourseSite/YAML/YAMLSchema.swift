import Diagnostics

extension YAMLKey {
    /// A JSON Schema (draft 7, which editors understand) of a mapping with these keys. What the checker accepts is valid; the converse does
    /// not hold where values depend on each other, such as texts on the list of locales.
    static func schema(_ keys: [YAMLKey], title: String) -> JSONValue {
        .members([
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": .text(title),
            "type": "object",
            "properties": properties(keys),
            "required": required(keys),
            "additionalProperties": false,
        ])
    }

    fileprivate static func properties(_ keys: [YAMLKey]) -> JSONValue {
        .members(keys.map { ($0.name, .members([("description", .text($0.summary))] + $0.shape.schema(of: $0))) })
    }

    fileprivate static func required(_ keys: [YAMLKey]) -> JSONValue? {
        let names = keys.filter(\.isRequired).map { JSONValue.text($0.name) }
        return names.isEmpty ? nil : .list(names)
    }
}

extension YAMLShape {
    /// - Parameter key: whose value has this shape, or is a list of it.
    fileprivate func schema(of key: YAMLKey) -> [(String, JSONValue)] {
        switch self {
        case .text: Self.plainText + (key.pattern.map { [("pattern", .text($0))] } ?? [])
        case .flag: [("type", "boolean")]
        case .wholeNumber(let range):
            [("type", "integer"), ("minimum", .number(range.lowerBound))]
                + (range.upperBound == .max ? [] : [("maximum", .number(range.upperBound))])
        case .date: [("type", "string"), ("format", "date"), ("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
        case .oneOf(let choices): [("enum", .list(choices.map { .text($0) }))]
        case .list(let item):
            [("type", "array"), ("items", .members(item.schema(of: key)))] + (key.isRequired ? [("minItems", 1)] : [])
        case .mapping(let keys): Self.object(keys)
        case .catalogue(let catalogue): Self.object(catalogue.keys)
        case .localizedText:
            // Two kinds of value: an editor that offers both says so by their titles.
            [("anyOf", [.members([("title", "for all locales")] + Self.plainText), Self.textByLocale])]
        }
    }

    /// Without quotes, a text may look like a number or a truth to YAML; it is read as it stands.
    private static let plainText: [(String, JSONValue)] = [("type", ["string", "number", "boolean"])]

    private static let textByLocale = JSONValue.members([
        "title": "for each locale",
        "type": "object",
        "propertyNames": .members(["pattern": .text(Locale.pattern)]),
        "additionalProperties": .members(plainText),
        "minProperties": 1,
    ])

    private static func object(_ keys: [YAMLKey]) -> [(String, JSONValue)] {
        [("type", "object"), ("properties", YAMLKey.properties(keys))]
            + (YAMLKey.required(keys).map { [("required", $0)] } ?? []) + [("additionalProperties", false)]
    }
}
