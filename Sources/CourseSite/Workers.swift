import Dispatch
import Synchronization

/// Spreads work over threads, in chunks, and puts the results together in the order of the work, so that no result depends on how many threads there are.
struct Workers: Sendable {
    /// How many threads at most, at least one.
    let count: Int
    /// Told after each chunk how many pieces of how many are done; from any thread.
    let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// Pages that are handed out at once: few enough to keep all threads busy, many enough not to count.
    static let pagesAtOnce = 16

    init(count: Int, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
        self.count = max(1, count)
        self.progress = progress
    }

    /// - Parameters:
    ///   - chunk: how many pieces a thread takes at once.
    ///   - state: what a thread keeps from piece to piece, made on that thread.
    /// - Throws: the error of the first piece, in the order of the work, that fails; pieces behind it may be left undone.
    func map<State, Result: Sendable>(
        _ total: Int, chunk: Int = pagesAtOnce, state makeState: @Sendable () -> State,
        _ work: @Sendable (inout State, Int) throws(EnvironmentError) -> Result
    ) throws(EnvironmentError) -> [Result] {
        let chunks = (total + chunk - 1) / chunk
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let finished = Mutex<[(chunk: Int, results: [Result])]>([])
        let failure = Mutex<(index: Int, error: EnvironmentError)?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(count, chunks)) { _ in
            var state = makeState()
            var own = [(chunk: Int, results: [Result])]()
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < chunks, failure.withLock({ $0 == nil }) else { break }
                let range = index * chunk..<min(total, (index + 1) * chunk)
                var results = [Result]()
                results.reserveCapacity(range.count)
                for piece in range {
                    do throws(EnvironmentError) {
                        results.append(try work(&state, piece))
                    } catch {
                        failure.withLock { if $0.map({ piece < $0.index }) ?? true { $0 = (piece, error) } }
                        break
                    }
                }
                own.append((index, results))
                progress(done.wrappingAdd(range.count, ordering: .relaxed).newValue, total)
            }
            finished.withLock { $0 += own }
        }
        if let failure = failure.withLock({ $0 }) { throw failure.error }
        return finished.withLock { $0.sorted { $0.chunk < $1.chunk }.flatMap(\.results) }
    }
}
