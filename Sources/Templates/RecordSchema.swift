/// The names that a template may use at some place, each with its kind and meaning.
///
///     var module = RecordSchema.Builder("module")
///     let moduleTitle = module.text("title", "The module's title")
///     let moduleSchema = module.finish()
///
/// Immutable, so a schema can only nest schemas that were finished before it, or itself.
public final class RecordSchema: Sendable {
    /// What its records are, for messages: `page`.
    public let name: String
    let fields: [FieldDescription]
    let identity: SchemaIdentity
    private let slots: [String: Int]

    fileprivate init(name: String, fields: [FieldDescription], identity: SchemaIdentity) {
        self.name = name
        self.fields = fields
        self.identity = identity
        slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    }

    /// What a name stands for, and its slot. A list `NAME` also answers to `has-NAME`, a flag: whether anything is in it.
    func field(_ name: String) -> (slot: Int, field: FieldDescription)? {
        if let slot = slots[name] { return (slot, fields[slot]) }
        guard name.hasPrefix("has-"), let slot = slots[String(name.dropFirst("has-".count))], fields[slot].isList else { return nil }
        return (slot, FieldDescription(name: name, kind: .flag, meaning: "Whether there is anything in “\(fields[slot].name)”"))
    }

    /// What a list's records or a record field hold, seen from this schema; none for fields of other kinds.
    func element(of field: FieldDescription) -> RecordSchema? {
        switch field.kind {
        case .list(.some(let schema)), .record(let schema): schema
        case .list(.none): self
        case .text, .markup, .flag: nil
        }
    }
}

/// Two schemas are the same when one builder made them.
final class SchemaIdentity: Sendable {}

struct FieldDescription: Sendable {
    enum Kind: Sendable {
        case text, markup, flag
        /// Of records of a schema; of the one that the field belongs to where none is given.
        case list(RecordSchema?)
        case record(RecordSchema)

        /// As it stands in messages and in the table of names.
        var noun: String {
            switch self {
            case .text: "text"
            case .markup: "HTML"
            case .flag: "flag"
            case .list: "list"
            case .record: "record"
            }
        }
    }

    let name: String
    let kind: Kind
    let meaning: String

    var isList: Bool {
        if case .list = kind { true } else { false }
    }
}

/// The place of a value in the records of one schema, and the type of that value.
public struct Field<Value>: Sendable {
    let slot: Int
    let owner: SchemaIdentity
    /// Of the records that it holds.
    let element: SchemaIdentity?
}

extension RecordSchema {
    /// Describes a schema field by field. The name `.` is what `{{.}}` stands for in a list of plain texts.
    public struct Builder {
        private let name: String
        private var fields: [FieldDescription] = []
        private let identity = SchemaIdentity()

        /// `name` says what the records are.
        public init(_ name: String) {
            self.name = name
        }

        /// `{{name}}`; as a section, whether it is not empty.
        public mutating func text(_ name: String, _ meaning: String) -> Field<Text> {
            add(name, .text, meaning)
        }

        /// `{{{name}}}`; as a section, whether it is not empty.
        public mutating func html(_ name: String, _ meaning: String) -> Field<HTML> {
            add(name, .markup, meaning)
        }

        /// `{{#name}}…{{/name}}` and `{{^name}}…{{/name}}`.
        public mutating func flag(_ name: String, _ meaning: String) -> Field<Bool> {
            add(name, .flag, meaning)
        }

        /// `{{#name}}…{{/name}}`, once for each record; `{{#has-name}}…{{/has-name}}`, once where there is any.
        public mutating func list(_ name: String, of schema: RecordSchema, _ meaning: String) -> Field<[Record]> {
            add(name, .list(schema), meaning)
        }

        /// A list whose records have the schema that is being built: a tree.
        public mutating func listOfItself(_ name: String, _ meaning: String) -> Field<[Record]> {
            add(name, .list(nil), meaning)
        }

        /// `{{#name}}…{{/name}}` where there is one, and `{{name.field}}`.
        public mutating func record(_ name: String, of schema: RecordSchema, _ meaning: String) -> Field<Record?> {
            add(name, .record(schema), meaning)
        }

        /// The schema with the fields so far, in their order.
        public func finish() -> RecordSchema {
            RecordSchema(name: name, fields: fields, identity: identity)
        }

        private mutating func add<Value>(_ name: String, _ kind: FieldDescription.Kind, _ meaning: String) -> Field<Value> {
            precondition(name != "strings", "“strings” is the interface's words, in every template")
            precondition(!fields.contains { $0.name == name }, "\(self.name) has two fields “\(name)”")
            fields.append(FieldDescription(name: name, kind: kind, meaning: meaning))
            let element: SchemaIdentity? =
                switch kind {
                case .list(.some(let schema)), .record(let schema): schema.identity
                case .list(.none): identity
                case .text, .markup, .flag: nil
                }
            return Field(slot: fields.count - 1, owner: identity, element: element)
        }
    }
}
