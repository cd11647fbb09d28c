import Synchronization

/// The site that is served now: put here by the session, asked for by connections.
final class LatestSite: Sendable {
    private enum State {
        /// The first build is going on; these wait for it.
        case building([CheckedContinuation<ServedSite, Never>])
        case ready(ServedSite)
    }

    private let state = Mutex(State.building([]))

    /// Waits while there has been none yet.
    var value: ServedSite {
        get async {
            await withCheckedContinuation { continuation in
                let ready: ServedSite? = state.withLock { state in
                    switch state {
                    case .ready(let site): return site
                    case .building(let waiting):
                        state = .building(waiting + [continuation])
                        return nil
                    }
                }
                if let ready { continuation.resume(returning: ready) }
            }
        }
    }

    func publish(_ site: ServedSite) {
        let waiting = state.withLock { state in
            defer { state = .ready(site) }
            if case .building(let waiting) = state { return waiting }
            return []
        }
        for continuation in waiting { continuation.resume(returning: site) }
    }
}
