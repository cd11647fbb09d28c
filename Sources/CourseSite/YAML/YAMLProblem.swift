/// What libyaml found wrong, said in words that help somebody who does not know how YAML is parsed.
struct YAMLProblem {
    /// A sentence without a full stop.
    let message: String
    let help: String
    /// Whether it is about where something began, such as a bracket, rather than where the parser gave up.
    let isAboutTheBeginning: Bool

    static let quoting = "a text with “: ” or “ #” in it, or that begins with a sign such as [ { > * & ! % @ `, must stand in quotes"

    /// - Parameters:
    ///   - problem: libyaml's message.
    ///   - context: what it was doing: `while parsing a flow mapping`.
    ///   - byte: the byte where it gave up.
    init(_ problem: String, context: String, byte: UInt8?) {
        switch (problem, context) {
        case ("found unexpected end of stream", "while scanning a quoted scalar"):
            self.init("the quoted text that begins here does not end", "put the same quotation mark at its end", isAboutTheBeginning: true)
        case (_, "while parsing a flow sequence"):
            self.init(
                "the list that begins here does not end", "end it with “]”, and put a comma between its items", isAboutTheBeginning: true)
        case (_, "while parsing a flow mapping"):
            self.init(
                "the mapping that begins here does not end", "end it with “}”, and put a comma between its keys", isAboutTheBeginning: true)
        case ("mapping values are not allowed in this context", _):
            self.init("a value cannot hold “: ”", Self.quoting)
        case ("found character that cannot start any token", _) where byte == UInt8(ascii: "\t"):
            self.init("a line cannot be indented by a tab", "indent it by blanks")
        case ("found character that cannot start any token", _):
            self.init("a text cannot begin with this character", Self.quoting)
        case ("found unknown escape character", _):
            self.init("“\\” and this character mean nothing in double quotes", "write “\\\\” for a backslash, or use single quotes")
        case ("could not find expected ':'", _):
            self.init(
                "this is neither a key with a colon nor a continued text", "write “key: value”; indent the lines that continue a text",
                isAboutTheBeginning: true)
        case ("did not find expected key", _), ("did not find expected '-' indicator", _):
            self.init(
                "this line does not fit with those above it",
                "indent all keys of a mapping, and all items of a list, by the same number of blanks")
        default:
            self.init("this is not valid YAML: \(problem)", Self.quoting)
        }
    }

    private init(_ message: String, _ help: String, isAboutTheBeginning: Bool = false) {
        self.message = message
        self.help = help
        self.isAboutTheBeginning = isAboutTheBeginning
    }
}
