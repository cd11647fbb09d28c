/// Text as people read it, in UTF-8; `& < > "` are escaped where a template writes it.
public struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
    /// UTF-8.
    public let bytes: [UInt8]

    /// The bytes are written as they are, apart from escaping, also if they are not UTF-8.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The text of a string.
    public init(_ string: some StringProtocol) {
        bytes = Array(string.utf8)
    }

    /// The text of a literal.
    public init(stringLiteral string: String) {
        self.init(string)
    }
}

/// HTML that a template writes as it is.
public enum HTML: Hashable, Sendable {
    case bytes([UInt8])
    /// HTML that the caller puts in afterwards: nothing is written, and where it would stand is recorded as a `Mark`.
    case mark(Int)

    /// HTML in a string.
    public init(_ string: some StringProtocol) {
        self = .bytes(Array(string.utf8))
    }
}

/// The values of one page, module, link…, in the slots of its schema. What is not set is empty, false or absent.
///
/// To set a field of another schema, or records of another schema than the field's, is a mistake in the program, not in its input,
/// and stops it.
///
/// Sendable, though its slots are in a buffer that says it is not: no buffer changes while two records share it.
public struct Record: @unchecked Sendable {
    private(set) var slots: RecordSlots

    /// With nothing set.
    public init(_ schema: RecordSchema) {
        slots = RecordSlots.make(for: schema.identity, count: schema.fields.count)
    }

    var schema: SchemaIdentity { slots.schema }

    /// The text of a field; empty where it is not set.
    public subscript(field: Field<Text>) -> Text {
        get {
            guard case .text(let bytes) = self[slot: field] else { return "" }
            return Text(bytes)
        }
        set { self[slot: field] = .text(newValue.bytes) }
    }

    /// The HTML of a field; empty where it is not set.
    public subscript(field: Field<HTML>) -> HTML {
        get {
            switch self[slot: field] {
            case .markup(let bytes): .bytes(bytes)
            case .mark(let id): .mark(id)
            default: .bytes([])
            }
        }
        set {
            switch newValue {
            case .bytes(let bytes): self[slot: field] = .markup(bytes)
            case .mark(let id): self[slot: field] = .mark(id)
            }
        }
    }

    /// Leaves a text to the caller, who puts it in afterwards and escapes it: where it would stand, a `Mark` is recorded.
    public mutating func leaveOut(_ field: Field<Text>, as id: Int) {
        self[slot: field] = .mark(id)
    }

    /// Whether a flag is set.
    public subscript(field: Field<Bool>) -> Bool {
        get { self[slot: field].isTruthy }
        set { self[slot: field] = .flag(newValue) }
    }

    /// The records of a list; none where it is not set.
    public subscript(field: Field<[Record]>) -> [Record] {
        get { self[slot: field].records }
        set { self[records: field] = newValue }
    }

    /// The record of a field; `nil` where there is none.
    public subscript(field: Field<Record?>) -> Record? {
        get { self[slot: field].records.first }
        set { self[records: field] = newValue.map { [$0] } ?? [] }
    }

    private subscript<Value>(slot field: Field<Value>) -> Slot {
        get {
            precondition(field.owner === schema, "a field of another schema")
            return slots[field.slot]
        }
        set {
            precondition(field.owner === schema, "a field of another schema")
            if !isKnownUniquelyReferenced(&slots) { slots = slots.copy() }
            slots[field.slot] = newValue
        }
    }

    private subscript<Value>(records field: Field<Value>) -> [Record] {
        get { self[slot: field].records }
        set {
            precondition(newValue.allSatisfy { $0.schema === field.element }, "records of another schema")
            self[slot: field] = .records(newValue)
        }
    }
}

/// One value. A record is a list of one: sections treat both alike.
enum Slot: Sendable {
    case empty
    case text([UInt8])
    case markup([UInt8])
    case mark(Int)
    case flag(Bool)
    case records([Record])

    /// Whether a section over it is shown.
    var isTruthy: Bool {
        switch self {
        case .empty: false
        case .text(let bytes), .markup(let bytes): !bytes.isEmpty
        case .mark: true
        case .flag(let value): value
        case .records(let records): !records.isEmpty
        }
    }

    var records: [Record] {
        if case .records(let records) = self { records } else { [] }
    }
}
