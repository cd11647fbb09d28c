import NIOCore
import NIOHTTP1

/// Ends a connection only when all that was answered has gone out, also to who has nothing more to say and still listens, and to who goes on with what is no request.
///
/// The last handler of a connection: it also wraps what the answers are made of.
final class OrderlyEnd: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPPart<HTTPResponseHead, ByteBuffer>
    typealias OutboundOut = HTTPServerResponsePart

    /// Parts of answers that have not reached the system.
    private var unsent = 0
    private var isEnding = false
    private var ending: EventLoopPromise<Void>?
    /// Requests that have come and are not answered to the end.
    private var unanswered = 0
    /// Whether the answer goes on for as long as somebody listens.
    private var isEndless = false
    /// Whether the answer says that it is the last.
    private var isLast = false
    /// Whether the other side will not say anything more.
    private var hasHungUp = false
    /// What came behind the requests and is none; it waits for its turn.
    private var nonsense: HTTPParserError?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { unanswered += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: HTTPServerResponsePart =
            switch unwrapOutboundIn(data) {
            case .head(let head): .head(head)
            case .body(let bytes): .body(.byteBuffer(bytes))
            case .end(let trailers): .end(trailers)
            }
        if case .head(let head) = part {
            isEndless = head.headers["Content-Type"] == [Response.eventStream]
            isLast = !head.isKeepAlive
        }
        send(part, context, promise)
        switch part {
        case .head where isEndless && (hasHungUp || nonsense != nil):
            // Nobody is there to listen.
            context.flush()
            context.close(promise: nil)
        case .end:
            unanswered -= 1
            refuseNonsense(context)
        default:
            break
        }
    }

    private func send(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
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
        if case ChannelEvent.inputClosed = event {
            hasHungUp = true
            if isEndless { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        nonsense = error
        if isEndless { context.close(promise: nil) } else { refuseNonsense(context) }
    }

    /// Behind the answers to what was asked before it.
    private func refuseNonsense(_ context: ChannelHandlerContext) {
        guard unanswered == 0, let error = nonsense else { return }
        nonsense = nil
        if !isLast {
            isLast = true
            send(
                .head(HTTPResponseHead(version: .http1_1, status: .badRequest, headers: ["Connection": "close", "Content-Length": "0"])),
                context, nil)
            send(.end(nil), context, nil)
            context.flush()
        }
        context.fireErrorCaught(error)
    }
}
