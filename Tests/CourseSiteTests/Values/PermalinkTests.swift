import Foundation
import HTMLBytes
import Testing

@testable import CourseSite

struct PermalinkTests {
    @Test(arguments: [
        ("fr/index.html", "fr/index.html", "index.html"), ("fr/index.html", "fr/core/a.html", "core/a.html"),
        ("fr/core/a.html", "fr/index.html", "../index.html"),
        ("fr/core/a.html", "fr/core/b.html", "b.html"), ("fr/core/a.html", "en/core/a.html", "../../en/core/a.html"),
        ("index.html", "fr/index.html", "fr/index.html"),
        ("fr/a/x.html", "fr/ab/x.html", "../ab/x.html"), ("fr/ab/x.html", "fr/a/x.html", "../a/x.html"), ("a.html", "a/a.html", "a/a.html"),
        ("fr/é.html", "fr/ê/b c.html", "%C3%AA/b%20c.html"), ("fr/é/a.html", "fr/ê/b.html", "../%C3%AA/b.html"),
    ])
    func relativeAddresses(_ from: String, _ to: String, _ expected: String) {
        #expect(String(decoding: Permalink(OutputPath(from)).relative(to: Permalink(OutputPath(to))), as: UTF8.self) == expected)
    }

    /// From any page to any other: followed, the relative address ends at the other one.
    @Test func relativeAddressesArrive() {
        var random = SystemRandomNumberGenerator()
        func path() -> String {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in ["a", "b", "é", "ab", "a b", "…"].randomElement(using: &random) ?? "a" }
                .joined(separator: "/")
        }
        for _ in 0..<5_000 {
            let (from, to) = (path(), path())
            let way = String(decoding: Permalink(OutputPath(from)).relative(to: Permalink(OutputPath(to))), as: UTF8.self)
            var parts = from.split(separator: "/").dropLast().map(String.init)
            for part in way.split(separator: "/") {
                if part == ".." { parts.removeLast() } else { parts.append(part.removingPercentEncoding ?? "") }
            }
            #expect(parts.joined(separator: "/") == to, "\(from) → \(way)")
            #expect(!way.isEmpty && !way.hasPrefix("/"))
        }
    }

    @Test func rootPrefixes() {
        for (path, prefix) in [("index.html", ""), ("fr/index.html", "../"), ("fr/core/a.html", "../../")] {
            #expect(String(decoding: Permalink(OutputPath(path)).rootPrefix, as: UTF8.self) == prefix)
        }
    }
}

struct PercentEncodingTests {
    private func decoded(_ text: String) -> String? { percentDecoded(text) }

    @Test(arguments: [
        ("a/b-c_d.e~f", "a/b-c_d.e~f"), ("é", "%C3%A9"), ("a b", "a%20b"), ("a:b?c#d", "a%3Ab%3Fc%23d"), ("100%", "100%25"),
        ("(a)", "%28a%29"), ("", ""),
    ])
    func encodes(_ path: String, _ encoded: String) {
        #expect(String(decoding: percentEncoded(path), as: UTF8.self) == encoded)
        #expect(decoded(encoded) == path)
    }

    @Test(arguments: [("%c3%a9", "é"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%2e%2E/", "../"), ("a+b", "a+b"), ("%25C3", "%C3")])
    func decodesLeniently(_ text: String, _ path: String) { #expect(decoded(text) == path) }

    @Test(arguments: ["%00", "%C3", "%E9t%E9", "%ED%A0%80"])
    func refusesWhatIsNoText(_ text: String) { #expect(decoded(text) == nil) }

    @Test func comesBackFromAnyText() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text.append(Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random)) ?? "x")
            }
            #expect(
                decoded(String(decoding: percentEncoded(String(text)), as: UTF8.self)).map { Array($0.utf8) }
                    == Array(String(text).utf8))
        }
    }
}
