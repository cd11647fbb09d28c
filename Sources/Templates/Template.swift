/// A compiled template: renders records of the schema that it was compiled for.
public struct Template: Sendable {
    let program: Program
    let schema: SchemaIdentity

    /// A template that writes nothing.
    public static func empty(_ schema: RecordSchema) -> Template {
        Template(program: Program(operations: [], literals: [], registerCount: Operand.root + 1), schema: schema.identity)
    }

    /// Appends the page to `output`, and to `marks` where HTML is to be put in afterwards. Both keep what they hold.
    ///
    /// Takes time by the size of the page, and allocates nothing for each value.
    public func render(_ record: Record, into output: inout [UInt8], marks: inout [Mark]) {
        precondition(record.schema === schema, "a record of another schema than the template's")
        var renderer = Renderer(program, root: record.slots)
        renderer.run(into: &output, marks: &marks)
    }
}

/// Where a value `HTML.mark(id)` would stand: at `offset` in the output, counted from its beginning.
public struct Mark: Hashable, Sendable {
    /// That of the value.
    public let id: Int
    /// In bytes.
    public let offset: Int
}

private struct Renderer {
    private struct Loop {
        let register: Int
        /// What the register held before.
        let outer: [Slot]
        let records: [Record]
        var index: Int
    }

    private let program: Program
    private var registers: [[Slot]]
    private var loops: [Loop] = []
    private var returns: [Int] = []

    init(_ program: Program, root: [Slot]) {
        self.program = program
        registers = Array(repeating: [], count: program.registerCount)
        registers[Operand.root] = root
    }

    mutating func run(into output: inout [UInt8], marks: inout [Mark]) {
        let operations = program.operations
        var index = 0
        while index < operations.count {
            let operation = operations[index]
            index += 1
            switch operation {
            case .literal(let range): output.append(contentsOf: program.literals[range])
            case .text(let operand):
                if case .text(let bytes) = self[operand] { output.appendEscaped(bytes) }
            case .verbatim(let operand):
                switch self[operand] {
                case .text(let bytes), .markup(let bytes): output.append(contentsOf: bytes)
                case .mark(let id): marks.append(Mark(id: id, offset: output.count))
                case .empty, .flag, .records: break
                }
            case .load(let operand, let otherwise):
                if let record = self[operand].records.first { registers[Operand.scratch] = record.slots } else { index = otherwise }
            case .skipUnless(let operand, let target): if !self[operand].isTruthy { index = target }
            case .skipIf(let operand, let target): if self[operand].isTruthy { index = target }
            case .each(let operand, let register, let otherwise):
                let records = self[operand].records
                if let first = records.first {
                    loops.append(Loop(register: register, outer: registers[register], records: records, index: 0))
                    registers[register] = first.slots
                } else {
                    index = otherwise
                }
            case .next(let body): if advance() { index = body }
            case .jump(let target): index = target
            case .call(let target):
                returns.append(index)
                index = target
            case .leave: index = returns.popLast() ?? operations.count
            }
        }
    }

    private subscript(operand: Operand) -> Slot {
        registers[operand.register][operand.slot]
    }

    /// Puts the next record of the innermost loop into its register, or ends the loop.
    private mutating func advance() -> Bool {
        guard var loop = loops.popLast() else { return false }
        loop.index += 1
        guard loop.index < loop.records.count else {
            registers[loop.register] = loop.outer
            return false
        }
        registers[loop.register] = loop.records[loop.index].slots
        loops.append(loop)
        return true
    }
}
