import Diagnostics
import Foundation
import Testing

struct JSONValueTests {
    private static let value = JSONValue.members([
        "z": [1, "two", true, .members([:])], "nothing": nil, "a": .members(["b": .list([])]),
    ])

    @Test func keepsTheOrderOfItsMembers() {
        #expect(Self.value.compact == #"{"z":[1,"two",true,{}],"a":{"b":[]}}"#)
    }

    @Test func isIndentedForPeople() {
        #expect(
            Self.value.pretty == """
                {
                  "z": [
                    1,
                    "two",
                    true,
                    {}
                  ],
                  "a": {
                    "b": []
                  }
                }
                """)
    }

    @Test func isReadBackByOthers() throws {
        let text = String(String.UnicodeScalarView((0...0x2030).compactMap { Unicode.Scalar($0) })) + "\u{1F680}\u{10FFFF}</script>"
        for written in [JSONValue.text(text).compact, JSONValue.text(text).pretty] {
            #expect(try JSONDecoder().decode(String.self, from: Data(written.utf8)) == text)
        }
        let name = JSONValue.members([("a\"\\\n", .number(.min))]).compact
        #expect(try JSONDecoder().decode([String: Int].self, from: Data(name.utf8)) == ["a\"\\\n": .min])
    }
}
