/// A value that can be written as JSON, its members in the order in which they were given: people read some of these files.
public indirect enum JSONValue: Hashable, Sendable {
    /// `true` or `false`.
    case flag(Bool)
    /// A whole number.
    case number(Int)
    /// A text.
    case text(String)
    /// A list.
    case list([JSONValue])
    /// Names and values; no name twice.
    case object([Member])

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// An object of the members that have a value.
    public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// An object of names that are found out.
    public static func members(_ members: some Sequence<(String, JSONValue)>) -> JSONValue {
        .object(members.map { Member(name: $0, value: $1) })
    }

    /// All on one line, for programs.
    public var compact: String {
        var text = ""
        append(to: &text, indent: nil)
        return text
    }

    /// A member on each line, indented by two blanks, for people.
    public var pretty: String {
        var text = ""
        append(to: &text, indent: 0)
        return text
    }

    private func append(to text: inout String, indent: Int?) {
        switch self {
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += String(number)
        case .text(let string): Self.append(string, to: &text)
        case .list(let items):
            Self.append(items, between: "[", "]", to: &text, indent: indent) { item, text, indent in
                item.append(to: &text, indent: indent)
            }
        case .object(let members):
            Self.append(members, between: "{", "}", to: &text, indent: indent) { member, text, indent in
                Self.append(member.name, to: &text)
                text += indent == nil ? ":" : ": "
                member.value.append(to: &text, indent: indent)
            }
        }
    }

    private static func append<Item>(
        _ items: [Item], between opening: String, _ closing: String, to text: inout String, indent: Int?,
        each: (Item, inout String, Int?) -> Void
    ) {
        let inner = indent.map { $0 + 1 }
        func newLine(_ indent: Int?) -> String { indent.map { "\n" + String(repeating: "  ", count: $0) } ?? "" }
        text += opening
        for (index, item) in items.enumerated() {
            text += (index > 0 ? "," : "") + newLine(inner)
            each(item, &text, inner)
        }
        text += (items.isEmpty ? "" : newLine(indent)) + closing
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}
