package import CourseSite
import Glibc
import Synchronization

/// Tells people who wait for more than a second what is being done: one line on a terminal, written over.
package final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var lastWritten: ContinuousClock.Instant
    }

    private let start = ContinuousClock.now
    private let state: Mutex<State>
    private let isWanted = Terminal.isTerminal(STDERR_FILENO)

    package init() {
        state = Mutex(State(lastWritten: .now))
    }

    var elapsed: Duration { ContinuousClock.now - start }

    /// From any thread.
    package func show(_ stage: SiteBuilder.Stage, _ done: Int, _ total: Int) {
        guard isWanted, elapsed > .seconds(1) else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.lastWritten > .milliseconds(100) else { return }
            state.lastWritten = now
            state.isShown = true
            Terminal.writeRaw("\r\u{1B}[K\(stage.rawValue) \(done) of \(total)")
        }
    }

    /// Takes the line away before something else is written.
    package func clear() {
        state.withLock { state in
            if state.isShown { Terminal.writeRaw("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// `0.18 s`, `12.4 s`.
    package var elapsedText: String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let digits = seconds < 10 ? 100.0 : 10.0
        let rounded = (seconds * digits).rounded() / digits
        return "\(rounded) s"
    }
}
