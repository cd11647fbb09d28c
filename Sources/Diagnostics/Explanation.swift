/// What a code says to somebody who meets it for the first time: why it matters, what is wrong, and the same put right.
public struct Explanation: Sendable {
    /// An example: what an author writes.
    public enum Example: Sendable {
        /// Files of a project, whole or the part of them that matters.
        case files([File])
        /// In words, for what cannot be shown as a text.
        case words(String)
    }

    /// A file of an example.
    public struct File: Sendable {
        /// Relative to the project.
        public let path: String
        /// `nil` where only that it is there matters.
        public let text: String?

        /// A file of an example.
        public init(_ path: String, _ text: String? = nil) {
            self.path = path
            self.text = text
        }
    }

    /// The code, as diagnostics tell it.
    public let code: String
    /// What is wrong, in one line without a full stop.
    public let summary: String
    /// Why that matters, in a few sentences.
    public let reason: String
    /// What is diagnosed.
    public let wrong: Example
    /// The same put right.
    public let right: Example

    /// An explanation of a rule, by the rule's code.
    public init(_ code: some RawRepresentable<String>, _ summary: String, _ reason: String, wrong: Example, right: Example) {
        self.code = code.rawValue
        self.summary = summary
        self.reason = reason
        self.wrong = wrong
        self.right = right
    }

    /// The reason and both examples, for whoever shows Markdown.
    public var markdown: String {
        "\(reason)\n\n\(Self.markdown("Wrong", wrong))\n\(Self.markdown("Right", right))"
    }

    private static func markdown(_ title: String, _ example: Example) -> String {
        switch example {
        case .words(let words): "\(title): \(words)\n"
        case .files(let files):
            "\(title):\n\n"
                + files.map { file in
                    // Longer than any fence in the text.
                    file.text.map { "`\(file.path)`\n\n`````\n\($0)\n`````\n" } ?? "`\(file.path)`\n"
                }.joined(separator: "\n")
        }
    }
}
