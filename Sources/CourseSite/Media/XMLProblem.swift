/// Why a text is not well-formed XML, said in words that help somebody who does not know how XML is parsed.
struct XMLProblem {
    /// A sentence without a full stop.
    let message: String
    let help: String

    /// - Parameters:
    ///   - problem: expat's message.
    ///   - byte: where it gave up.
    init(_ problem: String, at byte: UInt8?) {
        switch problem {
        case "not well-formed (invalid token)" where byte ?? 0 >= 0x80:
            self.init("the file is not UTF-8: this byte begins no character", "save the file in the encoding UTF-8")
        case "not well-formed (invalid token)":
            self.init("this is not well-formed XML", "write “&lt;” for “<” and “&amp;” for “&”, and values of attributes in quotes")
        case "no element found", "unclosed token", "unclosed CDATA section":
            self.init("the file ends in the middle of the drawing", "save it again from the program that made it")
        case "mismatched tag":
            self.init("this ends another element than the one that is open", "close the elements in the order in which they were opened")
        case "undefined entity":
            self.init("XML does not know this character's name", "write the character itself")
        case "unbound prefix":
            self.init("the prefix of this name is not declared", "declare it with “xmlns:…”, or take what uses it out")
        case "duplicate attribute":
            self.init("an element has the same attribute twice", "take one of them out")
        case "junk after document element":
            self.init("something follows the end of the drawing", "take it out")
        default:
            self.init("this is not well-formed XML: \(problem)", "save the file again from the program that made it")
        }
    }

    private init(_ message: String, _ help: String) {
        self.message = message
        self.help = help
    }
}
