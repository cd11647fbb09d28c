/// Explanations the way a person reads them on a terminal.
public struct ExplanationRenderer: Sendable {
    private let palette: Palette
    private let width: Int

    /// - Parameters:
    ///   - colour: whether to colour, by ANSI escapes.
    ///   - width: of the terminal; lines are never longer than is good to read.
    public init(colour: Bool, width: Int) {
        palette = Palette(colour: colour)
        self.width = min(max(width, 40), 80)
    }

    /// All that there is to say about a code, ending in a newline.
    public func render(_ explanation: Explanation) -> String {
        let title = wrapped("\(explanation.code): \(explanation.summary)", indent: 0)
        return """
            \(palette.paint(explanation.code, .bold))\(title.dropFirst(explanation.code.count))

            \(wrapped(explanation.reason, indent: 0))

            \(palette.paint("wrong", .red)):\(render(explanation.wrong))

            \(palette.paint("right", .green)):\(render(explanation.right))

            """
    }

    /// A line for each code, with its summary.
    public func list(_ explanations: [Explanation]) -> String {
        let column = (explanations.map(\.code.count).max() ?? 0) + 2
        return explanations.map { explanation in
            let pad = String(repeating: " ", count: column - explanation.code.count)
            let summary = wrapped(explanation.code + pad + explanation.summary, indent: column)
            return palette.paint(explanation.code, .bold) + summary.dropFirst(explanation.code.count) + "\n"
        }.joined()
    }

    private func render(_ example: Explanation.Example) -> String {
        switch example {
        case .words(let words): return " " + wrapped("wrong: " + words, indent: 0).dropFirst("wrong: ".count)
        case .files(let files):
            let shown = files.map { file in
                let lines = file.text.map { ([""] + $0.split(separator: "\n", omittingEmptySubsequences: false)).map(line) } ?? []
                return ([" \(palette.paint("-->", .blue)) \(file.path)"] + lines).joined(separator: "\n")
            }
            return "\n" + shown.joined(separator: "\n")
        }
    }

    private func line(_ text: some StringProtocol) -> String {
        "  " + palette.paint("|", .blue) + (text.isEmpty ? "" : " \(text)")
    }

    /// - Parameter indent: how far the lines after the first are indented.
    private func wrapped(_ text: String, indent: Int) -> String {
        var lines = [""]
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let line = lines[lines.count - 1]
            // The first line may begin with a padded column, whose blanks are words without letters.
            if line.count > indent, !word.isEmpty, line.count + 1 + word.count > width {
                lines.append(String(repeating: " ", count: indent) + word)
            } else {
                lines[lines.count - 1] += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines.joined(separator: "\n")
    }
}
