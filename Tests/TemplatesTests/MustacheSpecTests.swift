import Diagnostics
import FoundationEssentials
import Templates
import Testing

/// The cases of the Mustache specification, rendered with a schema made up from each case's data.
///
/// The diagnostics are left unread: the specification asks for empty output where a name or partial is missing, and writes text
/// unescaped, which these templates refuse but render so all the same.
struct MustacheSpecTests {
    @Test(
        "149 cases of the Mustache specification",
        .enabled(if: MustacheSpec.isPresent, "149 cases of ../shared/data/mustache-spec.json, which is not here"),
        arguments: MustacheSpec.cases)
    func renders(_ example: MustacheSpec.Case) {
        let page = InferredSchema(of: [example.data])
        var sources = example.partials ?? [:]
        sources["case"] = example.template
        let (library, _) = TemplateLibrary.compile(
            roots: [.init("case", page.schema)],
            sources: sources.reduce(into: [:]) { $0[$1.key] = SourceText(path: $1.key, bytes: Array($1.value.utf8)) },
            strings: StringTable(locale: "en", entries: [:]))
        var output: [UInt8] = []
        var marks: [Mark] = []
        library["case"]?.render(page.record(of: example.data), into: &output, marks: &marks)
        #expect(String(decoding: output, as: UTF8.self) == example.expected)
    }

    @Test(.enabled(if: MustacheSpec.isPresent, "the counts of ../shared/data/mustache-spec.json, which is not here"))
    func everyModuleIsThere() {
        let counts = MustacheSpec.modules.mapValues(\.count)
        #expect(
            counts == ["comments": 12, "interpolation": 42, "inverted": 22, "partials": 12, "sections": 34, "inheritance": 27])
    }
}

enum MustacheSpec {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let data: JSON
        let template: String
        let partials: [String: String]?
        let expected: String

        var testDescription: String { name }
    }

    static let modules: [String: [Case]] = {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        do {
            return try JSONDecoder().decode([String: [Case]].self, from: data)
        } catch {
            Issue.record("mustache-spec.json cannot be read: \(error)")
            return [:]
        }
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }
    static var cases: [Case] { modules.sorted { $0.key < $1.key }.flatMap(\.value) }

    private static let path =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/../shared/data/mustache-spec.json"
}

enum JSON: Decodable, Sendable {
    case null
    case flag(Bool)
    case scalar(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .scalar(String(value))
        } else if let value = try? container.decode(Double.self) {
            self = .scalar(String(value))
        } else if let value = try? container.decode(String.self) {
            self = .scalar(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// What is no object is a record with the one field `.`.
    var members: [String: JSON] {
        if case .object(let members) = self { members } else { [".": self] }
    }

    var elements: [JSON] {
        if case .list(let elements) = self { elements } else { [] }
    }
}

/// A schema with all names that occur in some values, and records of it.
final class InferredSchema {
    private enum Token {
        case text(Field<Text>)
        case flag(Field<Bool>)
        case list(Field<[Record]>, InferredSchema)
        case record(Field<Record?>, InferredSchema)
    }

    let schema: RecordSchema
    private var tokens: [String: Token] = [:]

    init(of values: [JSON]) {
        var builder = RecordSchema.Builder("data")
        let members = values.map(\.members)
        for name in Set(members.flatMap(\.keys)).sorted() {
            let values = members.compactMap { $0[name] }
            switch values.first {
            case .object:
                let inner = InferredSchema(of: values)
                tokens[name] = .record(builder.record(name, of: inner.schema, ""), inner)
            case .list:
                let inner = InferredSchema(of: values.flatMap(\.elements))
                tokens[name] = .list(builder.list(name, of: inner.schema, ""), inner)
            case .flag: tokens[name] = .flag(builder.flag(name, ""))
            case .scalar, .null, nil: tokens[name] = .text(builder.text(name, ""))
            }
        }
        schema = builder.finish()
    }

    func record(of value: JSON) -> Record {
        var record = Record(schema)
        for (name, value) in value.members {
            switch (tokens[name], value) {
            case (.text(let field), .scalar(let text)): record[field] = Text(text)
            case (.flag(let field), .flag(let value)): record[field] = value
            case (.list(let field, let inner), .list(let elements)): record[field] = elements.map(inner.record)
            case (.record(let field, let inner), .object): record[field] = inner.record(of: value)
            default: break
            }
        }
        return record
    }
}
