import NIOCore
import NIOHTTP1

/// Ends a connection only when all that was answered has gone out, also to who has nothing more to say and still listens.
///
/// The last handler of a connection: it also wraps what the answers are made of.
final class OrderlyEnd: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
    typealias OutboundOut = HTTPServerResponsePart

    /// Parts of answers that have not reached the system.
    private var unsent = 0
    private var isEnding = false
    private var ending: EventLoopPromise<Void>?
    /// Whether the answer goes on for as long as somebody listens.
    private var isEndless = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: HTTPServerResponsePart =
            switch unwrapOutboundIn(data) {
            case .head(let head): .head(head)
            case .body(let bytes): .body(.byteBuffer(bytes))
            case .end(let trailers): .end(trailers)
            }
        if case .head(let head) = part { isEndless = head.headers["Content-Type"] == [Response.eventStream] }
        unsent += 1
        let sent = promise ?? context.eventLoop.makePromise()
        let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        sent.futureResult.whenComplete { _ in
            let (handler, context) = loopBound.value
            handler.unsent -= 1
            if handler.unsent == 0, handler.isEnding { context.close(promise: handler.ending) }
        }
        context.write(wrapOutboundOut(part), promise: sent)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, unsent > 0, !isEnding else { return context.close(mode: mode, promise: promise) }
        isEnding = true
        ending = promise
    }

    /// Who hangs up behind a request waits for the answer; who does while it listens for events has gone.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event, isEndless { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}
