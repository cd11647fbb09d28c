/// Runs a program of somebody else to its end. It is passed in: nothing but the command line starts programs.
/// - Returns: `nil` where there is no such program on `PATH`.
public typealias ProgramRunner = @Sendable (_ name: String, _ arguments: [String], _ input: [UInt8]) -> ProgramOutcome?

/// What a program left.
public struct ProgramOutcome: Sendable {
    /// The exit status; for one that was ended by a signal the signal's number and 128, as shells tell it.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error.
    public let errors: [UInt8]

    /// What a program left.
    public init(status: Int32, output: [UInt8], errors: [UInt8]) {
        self.status = status
        self.output = output
        self.errors = errors
    }
}
