import ArgumentParser
import Console
import Glibc

/// `lutrin serve`, which becomes the program `lutrin-preview`, with the same words: who builds a site need not load a server.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the site while it is written; “lutrin serve --help” tells more.", helpNames: [])

    private static let program = "lutrin-preview"

    @Argument(parsing: .captureForPassthrough, help: .hidden)
    var words: [String] = []

    func run() throws {
        let path = Self.folder + Self.program
        var arguments: [UnsafeMutablePointer<CChar>?] = ([Self.program] + words).map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        execv(path, arguments)
        let reason = errno == ENOENT ? "it is not there: “make preview” builds it" : String(cString: strerror(errno)).lowercased()
        throw Failure.environment("cannot start “\(path)”: \(reason)")
    }

    /// Where this program lies, with a slash at its end.
    private static var folder: String {
        guard let path = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(path) }
        let program = String(cString: path)
        return String(program[...(program.lastIndex(of: "/") ?? program.startIndex)])
    }
}
