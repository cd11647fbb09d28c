import Testing

@testable import CourseSite

struct ShuffleTests {
    @Test(arguments: 0...26) func isAnOrderOfAll(_ count: Int) {
        for seed in ["", "first-in-line", "qui-fait-quoi", "é"] {
            let order = Shuffle.order(of: count, seed: seed)
            #expect(order.sorted() == Array(0..<count))
            #expect(count < 2 || order != Array(0..<count))
        }
    }

    /// What stands here must stay: readers come back to the order that they know.
    @Test func isTheSameForEver() {
        #expect(Shuffle.order(of: 6, seed: "first-in-line") == [1, 2, 4, 5, 0, 3])
    }
}
