import CourseSite
import Diagnostics
import NIOCore
import NIOPosix
import Synchronization

/// Says what a reviewer says of the course, beside the session and behind it: it takes longer than an author who writes should wait.
actor CourseReview {
    /// An author who goes on writing is not kept from it by a review that is stale before it ends.
    private static let longestPause = Duration.seconds(2)

    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let builder: SiteBuilder
    private var lastTook = Duration.zero
    /// The build that was asked about last.
    private let wanted = Mutex(0)

    nonisolated var unownedExecutor: UnownedSerialExecutor { group.next().executor.asUnownedSerialExecutor() }

    /// - Parameter builder: its builds take one thread, since they are not what anybody waits for.
    init(_ builder: SiteBuilder) {
        self.builder = builder
    }

    /// - Returns: all that is wrong with the course; `nil` where another build was asked about since, or the review failed.
    nonisolated func diagnostics(of build: Int) async -> [Diagnostic]? {
        wanted.withLock { $0 = build }
        return await review(build)
    }

    private func review(_ build: Int) async -> [Diagnostic]? {
        try? await Task.sleep(for: min(lastTook, Self.longestPause))
        guard wanted.withLock({ $0 == build }) else { return nil }
        let start = ContinuousClock.now
        defer { lastTook = .now - start }
        return try? builder.check().diagnostics
    }
}
