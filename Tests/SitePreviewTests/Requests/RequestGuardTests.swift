import NIOHTTP1
import Testing

@testable import SitePreview

/// Who is answered, and who is not.
struct RequestGuardTests {
    private let local = RequestGuard(host: "127.0.0.1", token: nil, port: 8080)

    private func judge(_ fields: KeyValuePairs<String, String>, method: HTTPMethod = .GET, uri: String = "/", by wall: RequestGuard? = nil)
        -> RequestGuard.Verdict
    {
        (wall ?? local).judge(HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: HTTPHeaders(fields.map { ($0, $1) })))
    }

    private func status(_ verdict: RequestGuard.Verdict) -> HTTPResponseStatus? {
        if case .refuse(let status, _) = verdict { status } else { nil }
    }

    @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080", "localhost:9000"])
    func thisMachineIsAnsweredByItsOwnNames(_ host: String) {
        #expect(judge(["Host": host]) == .pass)
    }

    @Test(arguments: [
        "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:8080", "evil.example#localhost", "localhost@evil.example",
        "192.168.1.5:8080", "0.0.0.0:8080",
        "[::]", "2130706433", "127.1", "localhost.",
    ])
    func everyOtherNameIsRefused(_ host: String) {
        #expect(status(judge(["Host": host])) == .misdirectedRequest)
    }

    @Test(arguments: [
        "", ":8080", "localhost:", "localhost:x", "localhost:99999", "localhost:+80", "[::1", "[::1]x", "[localhost]", "[127.0.0.1]",
        "localhost:1:2",
    ])
    func whatIsNoHostIsNoRequest(_ host: String) {
        #expect(status(judge(["Host": host])) == .badRequest)
    }

    @Test func oneHostIsWanted() {
        #expect(status(judge([:])) == .badRequest)
        #expect(status(judge(["Host": "localhost", "host": "localhost"])) == .badRequest)
    }

    @Test func pagesOfOtherOriginsAreRefused() {
        #expect(judge(["Host": "localhost:8080", "Origin": "http://localhost:8080"]) == .pass)
        for origin in ["http://evil.example", "null", "http://localhost:8081", "https://localhost:8080", "http://127.0.0.1:8080"] {
            #expect(status(judge(["Host": "localhost:8080", "Origin": origin])) == .forbidden)
        }
    }

    @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .TRACE, .CONNECT, .PATCH, .RAW(value: "GETT")])
    func nothingIsChangedHere(_ method: HTTPMethod) {
        #expect(status(judge(["Host": "localhost"], method: method)) == .methodNotAllowed)
    }

    @Test func nothingCanBeSent() {
        #expect(status(judge(["Host": "localhost", "Content-Length": "1"])) == .payloadTooLarge)
        #expect(status(judge(["Host": "localhost", "Transfer-Encoding": "chunked"])) == .payloadTooLarge)
        #expect(judge(["Host": "localhost", "Content-Length": "0"]) == .pass)
    }

    @Test func aTokenOpensTheDoorOnceAndACookieKeepsItOpen() {
        let token = AccessToken()
        let open = RequestGuard(host: nil, token: token, port: 9000)
        #expect(status(judge(["Host": "localhost"], by: open)) == .forbidden)
        #expect(status(judge(["Host": "localhost"], uri: "/?token=\(AccessToken().string)", by: open)) == .forbidden)
        #expect(status(judge(["Host": "localhost"], uri: "/?token=", by: open)) == .forbidden)
        let cookie = "lutrin-9000=\(token.string)"
        let admitted = RequestGuard.Verdict.admit(location: "/fr/?a=b", cookie: "\(cookie); Path=/; HttpOnly; SameSite=Strict")
        #expect(judge(["Host": "localhost"], uri: "/fr/?token=\(token.string)&a=b", by: open) == admitted)
        #expect(judge(["Host": "localhost", "Cookie": "theme=dark; \(cookie)"], by: open) == .pass)
        #expect(status(judge(["Host": "localhost", "Cookie": "lutrin-8080=\(token.string)"], by: open)) == .forbidden)
        // What stands for every address of this machine is the name of none.
        #expect(status(judge(["Host": "0.0.0.0:9000", "Cookie": cookie], by: open)) == .misdirectedRequest)
        // An address that begins with two slashes would be that of another host.
        #expect(status(judge(["Host": "localhost"], uri: "//evil.example/?token=\(token.string)", by: open)) == .badRequest)
    }
}
