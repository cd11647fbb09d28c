public import CourseSite
import Glibc
import NIOCore

/// A course that is served while it is written: every locale at once, from memory, and current.
public struct Preview: Sendable {
    /// What it is asked for beyond what the project says.
    public struct Options: Sendable {
        /// The address to listen on; one that other machines can reach wants a token of everybody who asks.
        public var host = "127.0.0.1"
        /// `nil` for the first free one from 8080; 0 for any.
        public var port: Int?
        /// How the course is built.
        public var builder = SiteBuilder.Options()
        /// How files are opened; `nil` where nobody knows.
        public var editor: EditorLink?
        /// Whether to look at all files every second, for changes of which the system is not told.
        public var looksAtFiles = false
        /// Whether browsers go where the author writes.
        public var isFollowed = false

        /// For this machine only.
        public init() {}
    }

    /// Why there is no preview.
    public struct Failure: Error, CustomStringConvertible {
        /// One sentence, with a remedy.
        public let description: String
    }

    private static let firstPort = 8080
    private static let lastPort = 8179

    private let project: String
    private let options: Options
    private let report: @Sendable (PreviewReport) -> Void

    /// - Parameters:
    ///   - project: the project's folder.
    ///   - report: told what happens, from any thread.
    public init(project: String, options: Options, report: @escaping @Sendable (PreviewReport) -> Void) {
        self.project = project
        self.options = options
        self.report = report
    }

    /// Serves until the task is cancelled.
    /// - Throws: `Failure` where the port is taken or may not be used; `EnvironmentError` where the project cannot be opened.
    public func run() async throws {
        let server = try await server()
        let address = ServedAddress(host: options.host, port: server.port, listening: server.address)
        let latest = LatestSite()
        let events = EventHub()
        var reviewOptions = options.builder
        reviewOptions.jobs = 1
        let session = PreviewSession(
            try SiteBuilder(project: project, options: options.builder),
            reviewing: try SiteBuilder(project: project, options: reviewOptions),
            latest: latest, events: events, editor: options.editor, isFollowed: options.isFollowed, report: report)
        let responder = Responder(
            latest: latest,
            access: RequestGuard(
                host: ServedAddress.isEverywhere(server.address) ? nil : options.host, token: address.token, port: server.port),
            tool: ToolPages())
        report(.listening(address: address.string, isForOthers: address.token != nil))

        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                do {
                    try await server.serve(responder, events: events)
                } catch let error as IOError {
                    throw Failure(description: "cannot go on listening: \(error)")
                }
            }
            group.addTask { await events.keepAlive() }
            group.addTask { [project, report, options] in
                let changes = ProjectWatch(root: project, looksAtFiles: options.looksAtFiles) { report(.watchesPoorly) }.changes()
                for await change in changes { await session.look(after: change) }
            }
        }
    }

    private func server() async throws -> PreviewServer {
        if let port = options.port { return try await server(port: port) }
        for port in Self.firstPort..<Self.lastPort {
            do {
                return try await PreviewServer(host: options.host, port: port)
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                continue
            } catch {
                throw Failure(description: "cannot listen on \(options.host), port \(port): \(error)")
            }
        }
        return try await server(port: Self.lastPort)
    }

    private func server(port: Int) async throws -> PreviewServer {
        do {
            return try await PreviewServer(host: options.host, port: port)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Failure(description: "port \(port) is taken: name another with --port, or let --port 0 find one")
        } catch let error as IOError where error.errnoCode == EACCES {
            throw Failure(description: "port \(port) may not be used here: name one from 1024 with --port")
        } catch {
            throw Failure(description: "cannot listen on \(options.host), port \(port): \(error)")
        }
    }
}
