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
        let hasFailed = Atomic<Bool>(false)
        let places = UnsafeMutableBufferPointer<Share<Result>>.allocate(capacity: min(count, chunks))
        places.initialize(repeating: Share())
        defer {
            places.deinitialize()
            places.deallocate()
        }
        // Unsafe only by the letter: each thread writes into a place of its own, and nobody reads before all are done. A lock would do the same.
        nonisolated(unsafe) let shares = places
        DispatchQueue.concurrentPerform(iterations: shares.count) { place in
            var state = makeState()
            var share = Share<Result>()
            while !hasFailed.load(ordering: .relaxed) {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < chunks else { break }
                let range = index * chunk..<min(total, (index + 1) * chunk)
                var results = [Result]()
                results.reserveCapacity(range.count)
                for piece in range {
                    do throws(EnvironmentError) {
                        results.append(try work(&state, piece))
                    } catch {
                        share.failure = (piece, error)
                        hasFailed.store(true, ordering: .relaxed)
                        break
                    }
                }
                share.finished.append((index, results))
                progress(done.wrappingAdd(range.count, ordering: .relaxed).newValue, total)
            }
            shares[place] = share
        }
        if let failure = shares.compactMap(\.failure).min(by: { $0.piece < $1.piece }) { throw failure.error }
        return shares.flatMap(\.finished).sorted { $0.chunk < $1.chunk }.flatMap(\.results)
    }

    /// What one thread has done.
    private struct Share<Result> {
        var finished: [(chunk: Int, results: [Result])] = []
        var failure: (piece: Int, error: EnvironmentError)?
    }
}
