import Glibc
import Synchronization
import Testing

@testable import CourseSite

struct WorkersTests {
    @Test(arguments: [1, 2, 8, 100])
    func resultsAreInTheOrderOfTheWork(threads: Int) throws {
        #expect(try Workers(count: threads).map(1000, chunk: 7, state: { 0 }) { _, index in index * index } == (0..<1000).map { $0 * $0 })
        #expect(try Workers(count: threads).map(0, state: { 0 }) { _, index in index } == [])
    }

    @Test func threadsAreAtLeastOne() throws {
        #expect(try Workers(count: -3).map(3, state: { 0 }) { _, index in index } == [0, 1, 2])
    }

    @Test func whatAThreadKeepsIsItsOwn() throws {
        let counts = try Workers(count: 8).map(500, chunk: 3, state: { [Int]() }) { state, index in
            state.append(index)
            return state == state.sorted()
        }
        #expect(counts.allSatisfy { $0 })
    }

    /// Which error is told does not depend on which thread was faster: here the second piece that fails does so before the first.
    @Test(arguments: [1, 2, 8])
    func theFirstErrorInTheOrderOfTheWorkIsThrown(threads: Int) {
        let hasFailed = Atomic(false)
        #expect(throws: EnvironmentError("3")) {
            try Workers(count: threads).map(64, chunk: 1, state: { 0 }) { _, index throws(EnvironmentError) in
                if index < 3 { return index }
                // Not for ever: on a busy machine there may be one thread alone.
                if index == 3 { for _ in 0..<100 where !hasFailed.load(ordering: .relaxed) { usleep(1000) } }
                hasFailed.store(true, ordering: .relaxed)
                throw EnvironmentError("\(index)")
            }
        }
    }
}
