/// Why a verb ends without having done what it was asked for, beyond what diagnostics say.
package enum Failure: Error {
    case contentHasErrors
    case wrongUse(String)
    case environment(String)

    package func report() -> Never {
        switch self {
        case .contentHasErrors:
            Terminal.exit(.contentHasErrors)
        case .wrongUse(let message):
            Terminal.write("error: \(message)", isError: true)
            Terminal.exit(.wrongUse)
        case .environment(let message):
            Terminal.write("error: \(message)", isError: true)
            Terminal.exit(.environmentFailed)
        }
    }
}
