import NIOCore
import NIOHTTP1

/// What a request is answered with.
struct Response: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// Read as it goes out: files can be larger than anybody wants to hold. Of a file that has become shorter meanwhile, a part is short.
        case pieces(count: Int, read: @Sendable (Range<Int>) throws -> [UInt8])
        /// Not sent, as `HEAD` wants it, but as long as this.
        case unsent(count: Int)
        /// Goes on for as long as the browser listens.
        case events
    }

    static let eventStream = "text/event-stream"

    var status: HTTPResponseStatus
    var headers: HTTPHeaders
    var body: Body
    /// Whether the connection ends with it, whatever the other side wants.
    var closes = false

    /// A file, or what stands for one.
    /// - Parameters:
    ///   - type: its media type.
    ///   - version: what its bytes are known by; `nil` where nobody is to ask for a newer one.
    static func content(_ type: String, version: String? = nil, _ body: Body) -> Response {
        var headers: HTTPHeaders = [
            "Content-Type": type,
            // To keep a copy is well, to show it without having asked is not.
            "Cache-Control": version == nil ? "no-store" : "no-cache",
            "X-Content-Type-Options": "nosniff",
            // Pages of other sites may not even show its pictures.
            "Cross-Origin-Resource-Policy": "same-origin",
        ]
        if let version { headers.add(name: "ETag", value: "\"\(version)\"") }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// A line of text.
    static func message(_ status: HTTPResponseStatus, _ text: String) -> Response {
        var response = content("text/plain; charset=utf-8", .bytes(Array("\(status.code) \(status.reasonPhrase): \(text)\n".utf8)))
        response.status = status
        return response
    }

    /// Another address.
    static func redirect(_ status: HTTPResponseStatus, to location: String) -> Response {
        var response = message(status, location)
        response.headers.add(name: "Location", value: location)
        return response
    }

    /// The same without its content.
    var withoutBody: Response {
        var response = self
        switch body {
        case .bytes(let bytes): response.body = .unsent(count: bytes.count)
        case .pieces(let count, _): response.body = .unsent(count: count)
        case .events: response.body = .unsent(count: 0)
        case .unsent: break
        }
        return response
    }
}
