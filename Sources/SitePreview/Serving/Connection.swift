import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection of a browser: requests are answered one after the other, as they come.
struct Connection: Sendable {
    typealias Channel = NIOAsyncChannel<HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>>

    /// Large answers go out in pieces, so that a slow reader holds no more than one in memory.
    private static let pieceSize = 65_536

    let channel: Channel
    let responder: Responder
    let events: EventHub

    /// Until the other side goes, or is ended for being too slow: neither is an error that anybody could act upon.
    func run() async {
        try? await channel.executeThenClose { inbound, outbound in
            for try await part in inbound {
                // What follows a head is nothing, or was refused with it.
                guard case .head(let head) = part else { continue }
                let response = await responder.response(to: head)
                // Behind a wish to speak another protocol nothing more is read.
                let keeps = head.isKeepAlive && !response.closes && !head.headers.contains(name: "Upgrade")
                try await send(response, to: head, keeps: keeps, by: outbound)
                if !keeps { return }
            }
        }
    }

    private func send(
        _ response: Response, to request: HTTPRequestHead, keeps: Bool,
        by outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>
    ) async throws {
        var head = HTTPResponseHead(version: request.version, status: response.status, headers: response.headers)
        head.headers.add(name: "Connection", value: keeps ? "keep-alive" : "close")
        switch response.body {
        case .bytes(let bytes):
            head.headers.add(name: "Content-Length", value: String(bytes.count))
            try await outbound.write(.head(head))
            for range in Self.pieces(of: bytes.count) { try await send(ByteBuffer(bytes: bytes[range]), by: outbound) }
        case .pieces(let count, let read):
            head.headers.add(name: "Content-Length", value: String(count))
            try await outbound.write(.head(head))
            for range in Self.pieces(of: count) {
                let piece = try await NIOThreadPool.singleton.runIfActive { try read(range) }
                // Nothing can be taken back: an answer that ends early says that it is not whole.
                guard piece.count == range.count else { throw ChannelError.eof }
                try await send(ByteBuffer(bytes: piece), by: outbound)
            }
        case .unsent(let count):
            head.headers.add(name: "Content-Length", value: String(count))
            try await outbound.write(.head(head))
        case .events:
            try await outbound.write(.head(head))
            let subscription = events.subscribe()
            channel.channel.closeFuture.whenComplete { _ in subscription.end() }
            for await event in subscription.events { try await outbound.write(.body(ByteBuffer(string: event.text))) }
        }
        try await outbound.write(.end(nil))
    }

    /// Returns when the piece has come to the connection's own loop: only there is it known whether the other side takes any more.
    private func send(_ piece: ByteBuffer, by outbound: NIOAsyncChannelOutboundWriter<HTTPPart<HTTPResponseHead, ByteBuffer>>) async throws
    {
        try await outbound.write(.body(piece))
        try await channel.channel.eventLoop.submit {}.get()
    }

    private static func pieces(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: pieceSize).map { $0..<min($0 + pieceSize, count) }
    }
}
