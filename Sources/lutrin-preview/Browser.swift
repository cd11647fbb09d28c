import Console

/// The browser that the system opens addresses with.
enum Browser {
    /// A shell's background, so that nobody waits for it, and Ctrl-C ends the preview alone.
    private static let script = #"command -v xdg-open >&2 && { xdg-open "$0" </dev/null >/dev/null 2>&1 & }"#

    /// - Returns: whether there is one.
    static func open(_ address: String) -> Bool {
        OutsideProgram.run("sh", ["-c", script, address], [])?.status == 0
    }
}
