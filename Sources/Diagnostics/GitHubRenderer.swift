import HTMLBytes

/// Diagnostics as the workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
public struct GitHubRenderer: Sendable {
    /// The project's folder in the repository, ending in a slash; empty where it is the repository itself.
    private let folder: String

    /// - Parameter folder: the project's folder, from the root of the repository; empty where the project is the repository.
    public init(folder: String = "") {
        self.folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    }

    /// A line for each.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) + "\n" }.joined()
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        var properties = [String]()
        if let location = diagnostic.location {
            let path = location.path.hasPrefix("/") ? location.path : folder + location.path
            properties.append("file=\(Self.escaped(property: path))")
            if location.excerpt != nil { properties += Self.place(from: location.start, to: location.end) }
        }
        properties.append("title=\(Self.escaped(property: diagnostic.code))")
        let remedy = diagnostic.help.map { ["help: " + $0] } ?? []
        let text = ([diagnostic.message] + diagnostic.notes.map { "note: " + $0 } + remedy).joined(separator: "\n")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(text))"
    }

    /// GitHub takes columns only where the place begins and ends on one line.
    private static func place(from start: SourcePosition, to end: SourcePosition) -> [String] {
        let lines = (start: "line=\(start.line)", end: "endLine=\(end.line)")
        return start.line == end.line
            ? [lines.start, "col=\(start.column)", lines.end, "endColumn=\(end.column)"] : [lines.start, lines.end]
    }

    private static func escaped(_ text: String) -> String {
        escaped(text, also: [])
    }

    private static func escaped(property text: String) -> String {
        escaped(text, also: [":", ","])
    }

    /// By the rules of GitHub's own toolkit: these characters and no others.
    private static func escaped(_ text: String, also separators: Set<Unicode.Scalar>) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if ["%", "\r", "\n"].contains(scalar) || separators.contains(scalar) {
                result += String(decoding: percentEncoded(String(scalar)), as: UTF8.self)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
