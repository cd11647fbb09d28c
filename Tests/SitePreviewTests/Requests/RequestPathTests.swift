import Testing

@testable import SitePreview

/// What of an address names a file of the site, and what is refused.
struct RequestPathTests {
    @Test(arguments: [
        ("/", ""), ("/fr/", "fr/"), ("/fr/core/defis.html", "fr/core/defis.html"), ("/fr/?x=1&y=/../", "fr/"), ("/fr/#part", "fr/"),
        ("/media/%C3%A9t%C3%A9.png", "media/été.png"), ("/a%20b.html", "a b.html"), ("/100%25.html", "100%.html"),
        // Encoded twice is the name of a file that there is not.
        ("/%252e%252e/secret", "%2e%2e/secret"), ("/.../x", ".../x"), ("/..a", "..a"),
    ])
    func namesAFile(_ target: String, _ path: String) throws {
        #expect(try RequestPath(target: target).string == path)
    }

    @Test(arguments: [
        "", "fr/", "http://example.org/", "*", "//", "//example.org/", "/fr//x", "/..", "/../etc/passwd", "/fr/../../etc/passwd", "/fr/./x",
        "/%2e%2e/x", "/%2E%2E/",
        "/.%2e/", "/fr/%2e", "/a%2fb", "/a%5cb", "/a\\b", "/a%00b", "/a%0d%0ab", "/a%7f", "/%", "/%4", "/%zz", "/%ff", "/%c0%ae%c0%ae/",
        "/%ed%a0%80",
    ])
    func refusesWhatNamesNone(_ target: String) {
        #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target: target) }
    }

    @Test func refusesWhatIsLongerThanAnyPath() throws {
        let longest = "/" + String(repeating: "a", count: RequestPath.longest - 1)
        #expect(try RequestPath(target: longest).string.utf8.count == RequestPath.longest - 1)
        #expect(throws: RequestPath.Refusal.tooLong) { try RequestPath(target: longest + "a") }
    }
}
