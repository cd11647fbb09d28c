import Testing

@testable import CourseSite

/// What lychee answers, and what is made of it, without lychee; `test_external_links.py` asks the real one.
struct LycheeTests {
    private static func lychee(version: String = "lychee 0.24.2", answering output: String, status: Int32 = 2) -> Lychee {
        Lychee { _, arguments, _ in
            let isVersion = arguments == ["--version"]
            return ProgramOutcome(status: isVersion ? 0 : status, output: Array((isVersion ? version : output).utf8), errors: [])
        }
    }

    private static func answer(_ map: String, _ entry: String) -> String {
        let maps = ["success_map", "error_map", "timeout_map"].map { "\"\($0)\": {\($0 == map ? "\"stdin\": [\(entry)]" : "")}" }
        return "{\(maps.joined(separator: ", "))}"
    }

    @Test(arguments: [
        (
            "timeout_map", #"{"status": {"text": "Timeout", "details": "Request timed out"}, "span": {"line": 1}}"#,
            LinkAnswer.none("Request timed out")
        ),
        ("timeout_map", #"{"status": {"text": "Timeout"}, "span": {"line": 1}}"#, LinkAnswer.none("Timeout")),
        (
            "error_map", #"{"status": {"text": "Rejected status code: 410 Gone", "code": 410}, "span": {"line": 1}}"#,
            LinkAnswer.gone("410 Gone")
        ),
        (
            "success_map",
            #"{"redirects": {"redirects": [{"url": "b", "code": 308}, {"url": "c", "code": 307}, {"url": "d", "code": 301}]}, "span": {"line": 1}}"#,
            LinkAnswer.moved(to: "b")
        ),
    ])
    func tellsAnswersApart(_ map: String, _ entry: String, _ answer: LinkAnswer) throws {
        #expect(try Self.lychee(answering: Self.answer(map, entry)).answers(for: ["a"]) == ["a": answer])
    }

    @Test(arguments: [#"{"span": {"line": 2}}"#, #"{"span": {"line": 0}}"#, #"{"span": {"line": "x"}}"#, #"{"span": []}"#, "7"])
    func overlooksAnswersToWhatWasNotAsked(_ entry: String) throws {
        #expect(try Self.lychee(answering: Self.answer("error_map", entry)).answers(for: ["a"]) == [:])
    }

    @Test(arguments: ["", "[]", "{}", "{\"error_map\"", "\u{0}"])
    func refusesWhatIsNoAnswer(_ output: String) {
        #expect(throws: EnvironmentError.self) { try Self.lychee(answering: output).answers(for: ["a"]) }
    }

    @Test func escapesAddressesAndNamesTheSchemeThatIsLeftOut() throws {
        let lychee = Lychee { _, arguments, input in
            guard arguments != ["--version"] else { return ProgramOutcome(status: 0, output: Array("lychee 0.24.0".utf8), errors: []) }
            #expect(String(decoding: input, as: UTF8.self) == "<a href=\"https://a/?b=&quot;&amp;c\">x</a>\n<a href=\"https://d\">x</a>\n")
            return ProgramOutcome(status: 0, output: Array(Self.answer("", "").utf8), errors: [])
        }
        #expect(try lychee.answers(for: ["https://a/?b=\"&c", "//d"]) == [:])
    }
}
