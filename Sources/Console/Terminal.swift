import Glibc

/// What stands between the verbs and the terminal: two streams, colour, and the status of the end.
package enum Terminal {
    package enum Status: Int32 {
        case done = 0
        case contentHasErrors = 1
        case wrongUse = 2
        case environmentFailed = 3
    }

    package static func exit(_ status: Status) -> Never {
        Glibc.exit(status.rawValue)
    }

    /// Lets the program finish its work when nobody reads what it says: to write then fails instead of ending it.
    package static func outliveReaders() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Results go to standard output, all else to standard error.
    package static func write(_ text: String, isError: Bool = false) {
        var bytes = Array(text.utf8)
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        writeBytes(bytes, to: isError ? STDERR_FILENO : STDOUT_FILENO)
    }

    /// Without a line's end added: for a line that is written over.
    static func writeRaw(_ text: String) {
        writeBytes(Array(text.utf8), to: STDERR_FILENO)
    }

    /// A stream that nobody reads any more is no failure of the build.
    private static func writeBytes(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            written += count
        }
    }

    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// In characters; `nil` where it is no terminal, or one that does not know.
    package static func width(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// On a terminal only, and never with NO_COLOR (no-color.org).
    package static func usesColour(_ descriptor: Int32) -> Bool {
        isTerminal(descriptor) && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }

    package static func environment(_ name: String) -> String? {
        getenv(name).flatMap { String(validatingCString: $0) }
    }
}
