import Diagnostics

/// What a stretch of a template means: which records its names are looked up in, what fills its blocks, how its lines are indented.
struct Scope {
    /// A record that names are looked up in, in its register while the program runs.
    struct Frame {
        let schema: RecordSchema
        let register: Int
        /// Which descent into the data it comes from, see `Descents`.
        let descent: Int
    }

    /// A block of a child's that replaces the parent's.
    struct Filling: Hashable {
        let templateName: String
        let node: Int
        let includedAt: TemplatePlace?
    }

    /// The string whose text is read, and where the template uses it.
    struct StringUse {
        let name: String
        let place: TemplatePlace
        let definedIn: StringTable.Entry
    }

    var templateName: String
    var template: ParsedTemplate
    /// Innermost last; each schema once, since an inner record hides all names of an outer one of its schema.
    var frames: [Frame]
    /// What `{{.}}` stands for in a section over a text.
    var text: Value?
    /// In a section whose name is not known, so that any name may be one of its own.
    var isUnknown = false
    var fillings: [String: Filling] = [:]
    /// What each line is indented by.
    var prefix: [UInt8] = []
    /// How many blanks each line loses: the indentation of the block that it stands in.
    var dedent = 0
    var depth = 0
    var includedAt: TemplatePlace?
    var string: StringUse?

    /// The prefix together with blanks of this template.
    func prefix(plus blanks: Range<Int>?) -> [UInt8] {
        prefix + template.bytes(blanks ?? 0..<0).dropFirst(dedent)
    }
}

/// A value that a name stands for: the way to it from a register, and what it is.
struct Value {
    struct Path: Hashable {
        let register: Int
        let slots: [Int]
    }

    let path: Path
    let kind: FieldDescription.Kind
    /// Of its records, if it holds records.
    let element: RecordSchema?
    /// That of the frame in which it was found.
    let descent: Int

    var isText: Bool {
        switch kind {
        case .text, .markup: true
        case .flag, .list, .record: false
        }
    }
}

/// A name that stands for nothing.
enum NameProblem: Error {
    /// `owner`: what should have had the name; none where it was looked up in all that is in scope.
    case unknown(name: String, owner: String?, known: [String])
    case notARecord(name: String, noun: String)
}

extension Scope {
    /// The first part of a name is looked up in the records from the innermost outwards, each other part in the record before it.
    func value(of name: String) throws(NameProblem) -> Value {
        if name == ".", let text { return text }
        let isPath = name != "." && name.utf8.contains(UInt8(ascii: "."))
        let parts = isPath ? name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) : [name]
        for frame in (name == "." ? frames.suffix(1) : frames[...]).reversed() {
            guard var (slot, field) = frame.schema.field(parts[0]) else { continue }
            var schema = frame.schema
            var slots = [slot]
            for index in parts.indices.dropFirst() {
                guard case .record(let inner) = field.kind else {
                    throw .notARecord(name: parts[..<index].joined(separator: "."), noun: field.kind.noun)
                }
                schema = inner
                guard let found = schema.field(parts[index]) else {
                    throw .unknown(name: parts[index], owner: parts[..<index].joined(separator: "."), known: schema.fields.map(\.name))
                }
                (slot, field) = found
                slots.append(slot)
            }
            let path = Value.Path(register: frame.register, slots: slots)
            return Value(path: path, kind: field.kind, element: schema.element(of: field), descent: frame.descent)
        }
        throw .unknown(name: parts[0], owner: nil, known: knownNames)
    }

    /// Innermost first, each once.
    private var knownNames: [String] {
        var seen: Set<String> = ["."]
        return frames.reversed().flatMap { $0.schema.fields.map(\.name) }.filter { seen.insert($0).inserted }
    }
}

/// Which records are parts of which: each descent is a step from a record into the records of one of its fields.
///
/// Data are finite, so a template that includes itself comes to an end if each time it stands deeper in the same data.
struct Descents {
    private var origins: [Int?] = [nil]
    /// The page itself.
    static let root = 0

    mutating func step(from descent: Int) -> Int {
        origins.append(descent)
        return origins.count - 1
    }

    func isBelow(_ descent: Int, _ start: Int) -> Bool {
        var current = origins[descent]
        while let descent = current {
            if descent == start { return true }
            current = origins[descent]
        }
        return false
    }
}
