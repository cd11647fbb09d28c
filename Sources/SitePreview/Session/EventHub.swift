import Synchronization

/// Tells all browsers that listen what happens.
final class EventHub: Sendable {
    /// One who listens.
    struct Subscription: Sendable {
        let events: AsyncStream<PreviewEvent>
        let end: @Sendable () -> Void
    }

    private struct State {
        var listeners: [Int: AsyncStream<PreviewEvent>.Continuation] = [:]
        var next = 0
        /// What each new one is told at first: the last event of each kind that says how things are.
        var greetings: [PreviewEvent] = []
    }

    /// One who takes none of so many is not there any more, and is let go: when it comes back, it looks at what it has missed.
    static let mostUntaken = 256

    private let state = Mutex(State())

    func subscribe() -> Subscription {
        let (events, continuation) = AsyncStream.makeStream(of: PreviewEvent.self, bufferingPolicy: .bufferingOldest(Self.mostUntaken))
        let number = state.withLock { state in
            for event in state.greetings { continuation.yield(event) }
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        return Subscription(events: events) { [self] in
            state.withLock { $0.listeners.removeValue(forKey: number) }?.finish()
        }
    }

    /// - Parameter greetings: what who comes from now on is told first; the ones of before, where it is `nil`.
    func publish(_ events: [PreviewEvent], greetings: [PreviewEvent]? = nil) {
        state.withLock { state in
            if let greetings { state.greetings = greetings }
            for (number, listener) in state.listeners {
                for event in events {
                    guard case .dropped = listener.yield(event) else { continue }
                    listener.finish()
                    state.listeners.removeValue(forKey: number)
                    break
                }
            }
        }
    }

    /// Says nothing from time to time, so that connections end behind which nobody is.
    func keepAlive() async {
        while (try? await Task.sleep(for: .seconds(15))) != nil { publish([.silence]) }
    }
}
