import NIOCore
import NIOHTTP1

/// Ends connections on which nothing comes of what was begun: a request that is sent byte by byte, an answer that nobody takes, a client that went to sleep.
final class Deadlines: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// From the first byte that could come to the whole head of a request.
    static let head = TimeAmount.seconds(5)
    /// Between an answer and the next request; browsers keep connections, and open another where it has ended.
    static let idle = TimeAmount.seconds(30)
    /// For the other side to take anything at all of an answer.
    static let stalled = TimeAmount.seconds(10)

    /// Requests that have come and are not answered.
    private var unanswered = 0
    private var waiting: Scheduled<Void>?
    private var writing: Scheduled<Void>?

    func channelActive(context: ChannelHandlerContext) {
        waiting = end(context, after: Self.head)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.cancel()
        writing?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) {
            unanswered += 1
            waiting?.cancel()
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writing?.cancel()
        writing = context.channel.isWritable ? nil : end(context, after: Self.stalled)
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered = max(0, unanswered - 1)
            waiting?.cancel()
            waiting = unanswered == 0 ? end(context, after: Self.idle) : nil
        }
        context.write(data, promise: promise)
    }

    private func end(_ context: ChannelHandlerContext, after time: TimeAmount) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
