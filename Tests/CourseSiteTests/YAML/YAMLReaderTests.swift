import Diagnostics
import Testing

@testable import CourseSite

struct YAMLReaderTests {
    private func read(_ text: String, line: Int = 1) throws(YAMLError) -> String? {
        try YAMLReader.read(Array(text.utf8)[...], startingAtLine: line).map(Self.describe)
    }

    /// `text@line:column-line:column`, lists in brackets, mappings in braces.
    private static func describe(_ node: YAMLNode) -> String {
        let place = "@\(node.start.line):\(node.start.column)-\(node.end.line):\(node.end.column)"
        switch node.value {
        case .scalar(let text, let quoted): return (quoted ? "\"\(text)\"" : text) + place
        case .sequence(let items): return "[" + items.map(describe).joined(separator: ", ") + "]" + place
        case .mapping(let pairs):
            return "{" + pairs.map { "\(describe($0.key)): \(describe($0.value))" }.joined(separator: ", ") + "}" + place
        }
    }

    @Test(arguments: [
        ("a", "a@1:1-1:2"), ("a: b", "{a@1:1-1:2: b@1:4-1:5}@1:1-1:5"), ("\"12\"", "\"12\"@1:1-1:5"), ("no", "no@1:1-1:3"),
        ("1.10", "1.10@1:1-1:5"), ("~", "~@1:1-1:2"),
        ("é: [ü, 'x']", "{é@1:1-1:2: [ü@1:5-1:6, \"x\"@1:8-1:11]@1:4-1:11}@1:1-1:11"),
        ("a:\n  - b\n  - c\n", "{a@1:1-1:2: [b@2:5-2:6, c@3:5-3:6]@2:3-3:6}@1:1-3:6"),
        ("a:", "{a@1:1-1:2: @1:3-1:3}@1:1-1:3"), ("a: |\n  x\n  y\n", "{a@1:1-1:2: \"x\ny\n\"@1:4-4:1}@1:1-4:1"), ("{}", "{}@1:1-1:3"),
        ("[]", "[]@1:1-1:3"),
        ("a: b # c", "{a@1:1-1:2: b@1:4-1:5}@1:1-1:5"), ("a: \"x\\ty\"", "{a@1:1-1:2: \"x\ty\"@1:4-1:10}@1:1-1:10"),
        ("a: b\r\nc: d\r\n", "{a@1:1-1:2: b@1:4-1:5, c@2:1-2:2: d@2:4-2:5}@1:1-2:5"),
    ])
    func treesHavePlaces(_ text: String, _ expected: String) throws { #expect(try read(text) == expected) }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n"]) func emptyTextsHaveNoDocument(_ text: String) throws {
        let root = try read(text)
        #expect(root == nil || root?.hasPrefix("@") == true)
    }

    @Test func linesAreCountedFromWhereTheTextStandsInItsFile() throws { #expect(try read("a", line: 7) == "a@7:1-7:2") }

    @Test(arguments: [
        ("a: &x 1", "anchors (&name) are not accepted here", 1, 4), ("&x [1]", "anchors (&name) are not accepted here", 1, 1),
        ("&x {a: 1}", "anchors (&name) are not accepted here", 1, 1),
        ("a: *x", "aliases (*name) are not accepted here", 1, 4), ("a: !!int 1", "tags (!name) are not accepted here", 1, 4),
        ("!x [1]", "tags (!name) are not accepted here", 1, 1),
        ("!x {a: 1}", "tags (!name) are not accepted here", 1, 1), ("a: 1\n---\nb: 2", "a second document begins here", 2, 1),
        ("a: b: c", "a value cannot hold “: ”", 1, 5),
        ("a: [1, 2", "the list that begins here does not end", 1, 4),
        ("x:\n  a: {b: 1\nc: 2\n", "the mapping that begins here does not end", 2, 6),
        ("a: \"b\nc: d\n", "the quoted text that begins here does not end", 1, 4),
        ("a: 'b", "the quoted text that begins here does not end", 1, 4), ("a:\n\t- b", "a line cannot be indented by a tab", 2, 1),
        ("a: @b", "a text cannot begin with this character", 1, 4),
        ("é: `b", "a text cannot begin with this character", 1, 4), ("a: 1\n  b: 2", "a value cannot hold “: ”", 2, 4),
        ("a:\n  - b\n c", "this line does not fit with those above it", 3, 2),
        ("a: b\nc\n", "this is neither a key with a colon nor a continued text", 2, 1),
        ("a: \"\\q\"", "“\\” and this character mean nothing in double quotes", 1, 5),
        ("- a\nb: c", "this line does not fit with those above it", 2, 1),
        ("]", "this is not valid YAML: did not find expected node content", 1, 1),
    ])
    func refuses(_ text: String, _ message: String, _ line: Int, _ column: Int) {
        #expect {
            try read(text)
        } throws: { error in
            let error = error as? YAMLError
            #expect(
                error?.message == message && error?.position == SourcePosition(line: line, column: column), "\(String(describing: error))")
            return true
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func nestingHasAnEnd(_ opening: String) {
        #expect(throws: YAMLError.self) { try read(String(repeating: opening, count: 100_000)) }
        #expect(throws: YAMLError.self) { try read(String(repeating: opening, count: 40) + "x") }
    }

    /// To YAML 1.1 they end lines, to an editor they do not.
    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"], ["\n", "\r", "\r\n"])
    func placesAreThoseOfAnEditor(_ separator: String, _ end: String) throws {
        let text = "t: \"é\(separator)b\"\(end)u: v"
        let root = try #require(try YAMLReader.read(Array(text.utf8)[...], startingAtLine: 1))
        guard case .mapping(let pairs) = root.value else {
            Issue.record("no mapping")
            return
        }
        #expect(pairs.map(\.value.start) == [SourcePosition(line: 1, column: 4), SourcePosition(line: 2, column: 4)])
        do throws(YAMLError) {
            _ = try read("t: \"é\(separator)\(separator)b\"\(end)list: [1")
            Issue.record("was read")
        } catch {
            #expect(error.position == SourcePosition(line: 2, column: 7))
        }
    }

    /// Whatever stands in a file, it is read or refused.
    @Test func anyTextIsReadOrRefused() {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "&x", "*x", "!", "#", "?", "---", "...", "%", "@",
            "\t", "é", "\\", "\r\n", "\u{FEFF}", "\u{85}", "~",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
            do throws(YAMLError) { _ = try read(text) } catch {
                #expect(!error.message.isEmpty && error.position.line >= 1 && error.position.column >= 1, "\(text)")
            }
        }
    }
}
