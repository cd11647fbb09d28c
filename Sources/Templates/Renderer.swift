import HTMLBytes

/// Runs a program over a record.
///
/// All records that it meets are held by the first, which the caller keeps alive: registers are plain pointers, and no reference is counted for a value.
struct Renderer: ~Copyable {
    private typealias Slots = UnsafePointer<Slot>

    private struct Loop {
        let register: Int
        /// What the register held before.
        let outer: Slots
        let records: [Record]
        var index: Int
    }

    private var registers: [Slots]
    private var loops: [Loop] = []
    private var returns: [Int] = []
    private var html: Buffer<UInt8>

    /// - Parameter capacity: how many bytes there may be, as far as is known.
    init(root: Record, registerCount: Int, capacity: Int) {
        html = Buffer(capacity: max(1_024, capacity))
        registers = Array(repeating: root.slots.pointer, count: registerCount)
    }

    mutating func run(_ program: Program, into output: inout [UInt8], marks: inout [Mark]) {
        program.literals.withUnsafeBufferPointer { literals in
            program.operations.withUnsafeBufferPointer { run($0, literals, outset: output.count, &marks) }
        }
        output.append(contentsOf: html.elements)
    }

    /// - Parameter outset: what marks are counted from.
    private mutating func run(
        _ operations: UnsafeBufferPointer<Operation>, _ literals: UnsafeBufferPointer<UInt8>, outset: Int, _ marks: inout [Mark]
    ) {
        var index = 0
        while index < operations.count {
            let operation = operations[index]
            index += 1
            switch operation {
            case .literal(let range): html.append(UnsafeBufferPointer(rebasing: literals[range]))
            case .text(let operand):
                switch self[operand].pointee {
                case .text(let bytes): bytes.withUnsafeBufferPointer { html.writeEscaped($0) }
                case .mark(let id): marks.append(Mark(id: id, offset: outset + html.count))
                case .empty, .markup, .flag, .records: break
                }
            case .verbatim(let operand):
                switch self[operand].pointee {
                case .text(let bytes), .markup(let bytes): bytes.withUnsafeBufferPointer { html.append($0) }
                case .mark(let id): marks.append(Mark(id: id, offset: outset + html.count))
                case .empty, .flag, .records: break
                }
            case .load(let operand, let otherwise):
                if let record = self[operand].pointee.records.first {
                    registers[Operand.scratch] = record.slots.pointer
                } else {
                    index = otherwise
                }
            case .skipUnless(let operand, let target): if !self[operand].pointee.isTruthy { index = target }
            case .skipIf(let operand, let target): if self[operand].pointee.isTruthy { index = target }
            case .each(let operand, let register, let otherwise):
                let records = self[operand].pointee.records
                if let first = records.first {
                    loops.append(Loop(register: register, outer: registers[register], records: records, index: 0))
                    registers[register] = first.slots.pointer
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

    @inline(__always)
    private subscript(operand: Operand) -> Slots {
        registers[operand.register] + operand.slot
    }

    /// Puts the next record of the innermost loop into its register, or ends the loop.
    private mutating func advance() -> Bool {
        guard let last = loops.indices.last else { return false }
        loops[last].index += 1
        let loop = loops[last]
        guard loop.index < loop.records.count else {
            registers[loop.register] = loop.outer
            loops.removeLast()
            return false
        }
        registers[loop.register] = loop.records[loop.index].slots.pointer
        return true
    }
}
