/// What a YAML value may be. The tables of keys of `site.yml`, front matter and `theme.yml` are made of these: the reader checks by them, and whatever
/// else needs to know the keys reads the same table.
indirect enum YAMLShape: Sendable {
    case text
    case flag
    case wholeNumber(ClosedRange<Int>)
    /// `2026-11-24`.
    case date
    case oneOf([String])
    case list(YAMLShape)
    case mapping([YAMLKey])
    /// Any of many keys, which are told elsewhere.
    case catalogue(YAMLCatalogue)
    /// One text for all locales, or a mapping from locale codes to texts.
    case localizedText

    /// What is wanted, in a message: “expected …”.
    var expectation: String {
        switch self {
        case .text: "a text"
        case .flag: "true or false"
        case .wholeNumber(let range):
            range.upperBound == .max
                ? "a whole number from \(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .date: "a date like 2026-11-24"
        case .oneOf(let choices): choices.count == 1 ? "“\(choices[0])”" : "one of " + choices.map { "“\($0)”" }.joined(separator: ", ")
        case .list(let item): "a list, each item \(item.expectation)"
        case .mapping(let keys):
            "{" + (keys.contains(where: \.isRequired) ? keys.filter(\.isRequired) : keys).map { "\($0.name): …" }.joined(separator: ", ")
                + "}"
        case .catalogue(let catalogue): "a mapping, each key a \(catalogue.kind)"
        case .localizedText: "a text, or one text for each locale"
        }
    }

    /// Whether a text that stands in quotes would be right without them.
    func accepts(unquoted text: String) -> Bool {
        switch self {
        case .flag: text == "true" || text == "false"
        case .wholeNumber(let range): Int(text).map(range.contains) ?? false
        default: false
        }
    }
}

/// Keys of which there are too many for a message.
struct YAMLCatalogue: Sendable {
    /// What each of them is: `rule`.
    let kind: String
    let keys: [YAMLKey]
    /// What to do to see them all.
    let help: String
}

/// A key of a mapping: its name, what it holds, and what it is for.
struct YAMLKey: Sendable {
    let name: String
    let shape: YAMLShape
    let isRequired: Bool
    /// One sentence for people, without a full stop.
    let summary: String
    /// What a text must look like, as a regular expression (ECMA 262), where its reader demands more than a text. For editors: the reader
    /// says in words what is wrong.
    let pattern: String?

    /// - Parameter isRequired: the key must be there, and a list not empty.
    init(_ name: String, _ shape: YAMLShape, required isRequired: Bool = false, matching pattern: String? = nil, _ summary: String) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.pattern = pattern
        self.summary = summary
    }
}

/// A value that was checked against a shape.
indirect enum YAMLValue: Sendable {
    case text(Located<String>)
    case flag(Bool)
    case wholeNumber(Int)
    case date(CalendarDate)
    case list([YAMLValue])
    case mapping(YAMLMapping)
}

/// The values of a checked mapping, by key, in the order in which they were written.
struct YAMLMapping: Sendable {
    private(set) var entries: [(key: Located<String>, value: YAMLValue)] = []

    mutating func append(_ key: Located<String>, _ value: YAMLValue) {
        entries.append((key, value))
    }

    func contains(_ key: String) -> Bool {
        entries.contains { $0.key.value == key }
    }

    subscript(key: String) -> YAMLValue? {
        entries.first { $0.key.value == key }?.value
    }

    func text(_ key: String) -> Located<String>? {
        if case .text(let text)? = self[key] { text } else { nil }
    }

    func flag(_ key: String) -> Bool? {
        if case .flag(let flag)? = self[key] { flag } else { nil }
    }

    func wholeNumber(_ key: String) -> Int? {
        if case .wholeNumber(let number)? = self[key] { number } else { nil }
    }

    func date(_ key: String) -> CalendarDate? {
        if case .date(let date)? = self[key] { date } else { nil }
    }

    func list(_ key: String) -> [YAMLValue] {
        if case .list(let items)? = self[key] { items } else { [] }
    }

    func texts(_ key: String) -> [Located<String>] {
        list(key).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    func mapping(_ key: String) -> YAMLMapping? {
        if case .mapping(let mapping)? = self[key] { mapping } else { nil }
    }

    func mappings(_ key: String) -> [YAMLMapping] {
        list(key).compactMap { if case .mapping(let mapping) = $0 { mapping } else { nil } }
    }
}
