import Diagnostics
import Testing

@testable import CourseSite

/// Values get their types by a table of keys; what does not fit is told, and left out.
struct YAMLCheckerTests {
    private static let keys = [
        YAMLKey("text", .text, "a text"), YAMLKey("flag", .flag, "a flag"), YAMLKey("number", .wholeNumber(1...9), "a number"),
        YAMLKey("date", .date, "a day"),
        YAMLKey("choice", .oneOf(["red", "green"]), "a colour"), YAMLKey("list", .list(.text), "texts"),
        YAMLKey("pair", .mapping([YAMLKey("a", .text, required: true, "an a"), YAMLKey("b", .flag, "a b")]), "a pair"),
        YAMLKey("any", .catalogue(YAMLCatalogue(kind: "light", keys: lights, help: "ask for them")), "flags by name"),
        YAMLKey("local", .localizedText, "a text by locale"),
        YAMLKey("many", .mapping([YAMLKey("of", .list(.text), required: true, "them")]), "many"),
    ]

    private static let lights = ["x", "y", "ceiling"].map { YAMLKey($0, .flag, "a light") }

    /// - Returns: the values that are kept and the messages, in the order in which they are found.
    private func check(_ text: String) throws -> (values: String, messages: [String]) {
        let bytes = Array(text.utf8)
        let report = FileReport(SourcePath("x.yml"), bytes)
        let mapping = YAMLChecker(report: report).checkRoot(try YAMLReader.read(bytes[...], startingAtLine: 1), keys: Self.keys)
        return (
            Self.describe(.mapping(mapping)),
            report.diagnostics.map { "\($0.location?.start.line ?? 0):\($0.location?.start.column ?? 0) \($0.message) (\($0.help ?? ""))" }
        )
    }

    private static func describe(_ value: YAMLValue) -> String {
        switch value {
        case .text(let text): "“\(text.value)”"
        case .flag(let flag): "\(flag)"
        case .wholeNumber(let number): "\(number)"
        case .date(let date): date.iso8601
        case .list(let items): "[" + items.map(describe).joined(separator: ", ") + "]"
        case .mapping(let mapping): mapping.entries.map { "\($0.key.value): \(describe($0.value))" }.joined(separator: ", ")
        }
    }

    @Test(arguments: [
        ("text: no", "text: “no”"), ("text: 1.10", "text: “1.10”"), ("text: \"\"", "text: “”"), ("flag: true", "flag: true"),
        ("number: 9", "number: 9"), ("number: 07", "number: 7"),
        ("date: 2026-11-24", "date: 2026-11-24"), ("date: \"2026-11-24\"", "date: 2026-11-24"), ("choice: red", "choice: “red”"),
        ("list: [a, \"b\"]", "list: [“a”, “b”]"), ("list: []", "list: []"),
        ("pair: {a: x, b: false}", "pair: a: “x”, b: false"), ("any: {x: true, y: false}", "any: x: true, y: false"),
        ("local: x", "local: “x”"), ("local: {fr: x}", "local: fr: “x”"), ("", ""),
    ])
    func accepts(_ text: String, _ values: String) throws {
        let result = try check(text)
        #expect(result.values == values)
        #expect(result.messages == [])
    }

    @Test(arguments: [
        ("text: [a]", "1:7 “text” cannot be a list (write a text)"), ("text:", "1:6 “text” has no value (write a text)"),
        ("flag: yes", "1:7 “flag” cannot be “yes” (write true or false)"),
        ("flag: \"true\"", "1:7 “flag” cannot be “true” (write true or false, without quotes)"),
        ("number: 10", "1:9 “number” cannot be “10” (write a whole number from 1 to 9)"),
        ("number: 99999999999999999999", "1:9 “number” cannot be “99999999999999999999” (write a whole number from 1 to 9)"),
        ("number: 1.5", "1:9 “number” cannot be “1.5” (write a whole number from 1 to 9)"),
        ("number: \"5\"", "1:9 “number” cannot be “5” (write a whole number from 1 to 9, without quotes)"),
        ("date: 24.11.2026", "1:7 “date” cannot be “24.11.2026” (write a date like 2026-11-24)"),
        ("choice: gren", "1:9 “choice” cannot be “gren” (did you mean “green”?)"),
        ("choice: blue", "1:9 “choice” cannot be “blue” (write one of “red”, “green”)"),
        ("list: a", "1:7 “list” cannot be “a” (write a list, each item a text)"),
        ("pair: a", "1:7 “pair” cannot be “a” (write {a: …})"), ("pair: {b: true}", "1:7 the key “a” is missing (add “a: …”: an a)"),
        ("pair: {a: x, c: y}", "1:14 there is no key “c” (the keys are: a, b)"),
        ("any: {celing: true}", "1:7 there is no light “celing” (did you mean “ceiling”?)"),
        ("any: {lamp: true}", "1:7 there is no light “lamp” (ask for them)"),
        ("many: {of: []}", "1:12 “of” is an empty list (write at least one item: them)"),
        ("any: {x: 1}", "1:10 “x” cannot be “1” (write true or false)"), ("local: {fr: [x]}", "1:13 “fr” cannot be a list (write a text)"),
        ("tex: a", "1:1 there is no key “tex” (did you mean “text”?)"),
        ("text: a\ntext: b", "2:1 the key “text” stands here a second time (keep one of the two)"),
        ("- a", "1:1 keys and values belong here, not a list (write each as “key: value” on a line of its own)"),
        ("? [a]\n: b", "1:3 a key cannot be a list (a key is a single word before a colon)"),
    ])
    func refuses(_ text: String, _ message: String) throws { #expect(try check(text).messages == [message]) }

    @Test func whatIsWrongIsLeftOutAndTheRestKept() throws {
        let result = try check("text: a\nflag: maybe\nlist: [a, [b], c]\npair: {a: x, b: 1}\n")
        #expect(result.values == "text: “a”, list: [“a”, “c”], pair: a: “x”")
        #expect(result.messages.count == 3)
    }
}
