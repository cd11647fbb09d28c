/// What a compiled template does, one step after the other. Targets are indices of operations.
enum Operation: Sendable {
    /// Writes bytes of the program.
    case literal(Range<Int>)
    /// Writes a value, escaped or as it is.
    case text(Operand)
    case verbatim(Operand)
    /// Puts a record into the scratch register on the way along a dotted name.
    case load(Operand, otherwise: Int)
    case skipUnless(Operand, to: Int)
    case skipIf(Operand, to: Int)
    /// Begins to go through records, each in turn in a register. `next` goes back for the following one, and restores the register
    /// after the last.
    case each(Operand, into: Int, otherwise: Int)
    case next(body: Int)
    case jump(to: Int)
    case call(Int)
    case leave
}

/// A value of the record in a register.
struct Operand: Hashable, Sendable {
    let register: Int
    let slot: Int

    /// The register along dotted names. The others belong to a schema each: of two records of one schema, only the inner one's
    /// names can be seen.
    static let scratch = 0
    /// That of the page.
    static let root = 1
}

struct Program: Sendable {
    let operations: [Operation]
    let literals: [UInt8]
    let registerCount: Int
}

/// Takes operations one by one and joins literals that follow each other.
struct ProgramBuilder {
    private var operations: [Operation] = []
    private var literals: [UInt8] = []
    /// Literals from here on are not in an operation yet.
    private var pending = 0

    /// The way to a value, whose loads do not know yet where to go on if there is no record.
    struct Access {
        fileprivate(set) var operand: Operand
        fileprivate var loads: [(index: Int, operand: Operand)] = []
    }

    struct Mark {
        fileprivate let operations: Int
        fileprivate let literals: Int
    }

    mutating func write(_ bytes: some Sequence<UInt8>) {
        literals.append(contentsOf: bytes)
    }

    mutating func add(_ operation: Operation) {
        flush()
        operations.append(operation)
    }

    /// The index of the next operation, as a target.
    mutating func here() -> Int {
        flush()
        return operations.count
    }

    /// Adds an operation whose target is not known yet; it is to be set.
    mutating func reserve() -> Int {
        add(.leave)
        return operations.count - 1
    }

    mutating func set(_ index: Int, _ operation: Operation) {
        operations[index] = operation
    }

    mutating func access(_ path: Value.Path) -> Access {
        var access = Access(operand: Operand(register: path.register, slot: path.slots[0]))
        for slot in path.slots.dropFirst() {
            access.loads.append((reserve(), access.operand))
            access.operand = Operand(register: Operand.scratch, slot: slot)
        }
        return access
    }

    /// `otherwise`: where it goes on without the value; the next operation if not given.
    mutating func finish(_ access: Access, otherwise target: Int? = nil) {
        guard !access.loads.isEmpty else { return }
        let target = target ?? here()
        for load in access.loads { set(load.index, .load(load.operand, otherwise: target)) }
    }

    mutating func mark() -> Mark {
        flush()
        return Mark(operations: operations.count, literals: literals.count)
    }

    /// Forgets everything since the mark.
    mutating func discard(since mark: Mark) {
        operations.removeSubrange(mark.operations...)
        literals.removeSubrange(mark.literals...)
        pending = literals.count
    }

    mutating func finish(registerCount: Int) -> Program {
        flush()
        return Program(operations: operations, literals: literals, registerCount: registerCount)
    }

    private mutating func flush() {
        guard pending < literals.count else { return }
        operations.append(.literal(pending..<literals.count))
        pending = literals.count
    }
}
