/// The slots of a record, in one piece of memory: a page has dozens of records, which are made, read once, and gone.
///
/// Shared between records only as long as none of them changes.
final class RecordSlots: ManagedBuffer<RecordSlots.Header, Slot> {
    struct Header {
        let schema: SchemaIdentity
        let count: Int
    }

    /// All empty.
    static func make(for schema: SchemaIdentity, count: Int) -> RecordSlots {
        let made = create(minimumCapacity: count) { _ in Header(schema: schema, count: count) }
        made.withUnsafeMutablePointerToElements { $0.initialize(repeating: .empty, count: count) }
        return unsafeDowncast(made, to: RecordSlots.self)
    }

    func copy() -> RecordSlots {
        withUnsafeMutablePointers { header, own in
            let made = Self.create(minimumCapacity: header.pointee.count) { _ in header.pointee }
            made.withUnsafeMutablePointerToElements { $0.initialize(from: own, count: header.pointee.count) }
            return unsafeDowncast(made, to: RecordSlots.self)
        }
    }

    deinit {
        withUnsafeMutablePointers { header, slots in _ = slots.deinitialize(count: header.pointee.count) }
    }

    var schema: SchemaIdentity { withUnsafeMutablePointerToHeader { $0.pointee.schema } }

    subscript(index: Int) -> Slot {
        get {
            withUnsafeMutablePointers { header, slots in
                precondition(index < header.pointee.count)
                return slots[index]
            }
        }
        set {
            withUnsafeMutablePointers { header, slots in
                precondition(index < header.pointee.count)
                slots[index] = newValue
            }
        }
    }

    /// Where the slots lie, as long as the record lives.
    var pointer: UnsafePointer<Slot> { withUnsafeMutablePointerToElements { UnsafePointer($0) } }
}
