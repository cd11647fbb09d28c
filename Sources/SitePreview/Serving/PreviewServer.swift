import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens for browsers, and answers each on a task of its own.
struct PreviewServer: Sendable {
    private let listener: NIOAsyncChannel<Connection.Channel, Never>
    /// The one that was asked for, or that was free.
    let port: Int
    /// In numbers: what a name that was asked for leads to.
    let address: String

    /// - Throws: what the system says where the port is taken, or may not be listened on.
    init(host: String, port: Int) async throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 16_384
        limits.maxHeaderListSize = 32_768
        limits.maxHeaderFieldCount = 100
        listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(host: host, port: port) { [limits] channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    // Requests that come before their turn wait in the connection's own queue.
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: false, withErrorHandling: false, withEncoderConfiguration: .init(),
                        withDecoderLimitConfiguration: limits)
                    try pipeline.addHandlers(Deadlines(), OrderlyEnd())
                    return try Connection.Channel(wrappingChannelSynchronously: channel)
                }
            }
        let bound = listener.channel.localAddress
        self.port = bound?.port ?? port
        address = bound?.ipAddress ?? host
    }

    /// Until the task is cancelled, or the listener fails.
    func serve(_ responder: Responder, events: EventHub) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            try await listener.executeThenClose { connections in
                for try await connection in connections {
                    group.addTask { await Connection(channel: connection, responder: responder, events: events).run() }
                }
            }
        }
    }
}
