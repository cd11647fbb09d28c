import Diagnostics

/// André Simon's `highlight`, which colours code. It reads code from standard input and is told the language by a name that it listed itself.
struct Highlighter: Sendable {
    /// How it is called and how it answers is what this version does; a later one may do otherwise.
    private static let version = "3."
    private static let installing = "“apt install highlight” installs it"
    private static let arguments = ["--out-format=html", "--fragment", "--no-version-info", "--encoding=utf-8"]
    /// In bytes. More of one block is a file to download; and there are texts with which the program takes its time.
    private static let sizeLimit = 64 << 10

    private let run: ProgramRunner
    /// As the program tells it: another one may colour otherwise.
    let version: String

    init(run: @escaping ProgramRunner) throws(EnvironmentError) {
        guard let outcome = run("highlight", ["--version"], []) else { throw .noHighlighter(installing: Self.installing) }
        let words = String(decoding: outcome.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        // “highlight version 3.41”; there are other programs of that name.
        let version = words.starts(with: ["highlight", "version"]) && words.count > 2 ? String(words[2]) : ""
        guard version.hasPrefix(Self.version) else {
            throw .otherHighlighter(version, wanted: Self.version + "x", installing: Self.installing)
        }
        self.run = run
        self.version = version
    }

    /// All names of languages that it knows.
    func languages() throws(EnvironmentError) -> Set<String> {
        guard let outcome = run("highlight", ["--list-scripts=langs"], []) else { throw .noHighlighter(installing: Self.installing) }
        let names = CodeLanguage.names(in: outcome.output)
        guard outcome.status == 0, !names.isEmpty else { throw .noLanguages(outcome) }
        return names
    }

    /// What came of a piece of code.
    enum Answer: Sendable {
        case highlighted([UInt8])
        /// It is not highlighted at all.
        case plain
        /// What was answered is not the code.
        case refused
    }

    /// - Parameter language: one of `languages()`.
    func highlight(_ code: [UInt8], _ language: String) throws(EnvironmentError) -> Answer {
        guard code.count <= Self.sizeLimit, !code.isEmpty else { return .plain }
        let input = code.withPlainLineEnds
        guard let outcome = run("highlight", ["--syntax=\(language)"] + Self.arguments, input) else {
            throw .noHighlighter(installing: Self.installing)
        }
        guard outcome.status == 0, let html = HighlightedCode.read(outcome.output, of: input) else { return .refused }
        return .highlighted(html)
    }
}

extension [UInt8] {
    /// What a browser makes of the ends of lines, and the last line has one.
    fileprivate var withPlainLineEnds: [UInt8] {
        var result = self
        if contains(UInt8(ascii: "\r")) {
            result = enumerated().filter { $1 != UInt8(ascii: "\r") || $0 + 1 == count || self[$0 + 1] != UInt8(ascii: "\n") }.map(
                \.element)
        }
        if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        return result
    }
}

extension EnvironmentError {
    fileprivate static func noHighlighter(installing: String) -> EnvironmentError {
        EnvironmentError(
            "“markdown: {highlighting: true}” in site.yml has code highlighted with highlight, which is not on PATH; \(installing), or take the setting out"
        )
    }

    fileprivate static func otherHighlighter(_ version: String, wanted: String, installing: String) -> EnvironmentError {
        EnvironmentError("code is highlighted with highlight \(wanted), and on PATH is “\(version)”; \(installing)")
    }

    fileprivate static func noLanguages(_ outcome: ProgramOutcome) -> EnvironmentError {
        let said = String(decoding: outcome.errors, as: UTF8.self).trimmed
        return EnvironmentError(
            "highlight does not list its languages: it ended with status \(outcome.status)\(said.isEmpty ? "" : ": \(said)")")
    }
}
