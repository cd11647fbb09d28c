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
        withExtendedLifetime(record) {
            // Whoever renders page after page hands in the same array, which has grown to what a page needs.
            var renderer = Renderer(root: record, registerCount: program.registerCount, capacity: output.capacity - output.count)
            renderer.run(program, into: &output, marks: &marks)
        }
    }
}

/// Where a value `HTML.mark(id)` would stand: at `offset` in the output, counted from its beginning.
public struct Mark: Hashable, Sendable {
    /// That of the value.
    public let id: Int
    /// In bytes.
    public let offset: Int
}
