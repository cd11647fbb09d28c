import Testing

@testable import CourseSite

struct NaturalOrderTests {
    @Test(arguments: [
        ["1-a", "2-a", "10-a"], ["a", "a1", "a2", "a10", "b"], ["01", "1", "2"], ["a/1", "a/2", "a/10"], ["", "a"],
        ["99999999999999999999998", "99999999999999999999999", "100000000000000000000000"], ["A", "a"], ["a01b", "a1c"],
    ])
    func order(_ names: [String]) {
        for (index, name) in names.enumerated() {
            for (otherIndex, other) in names.enumerated() {
                #expect(isNaturallyBefore(name, other) == (index < otherIndex), "\(name), \(other)")
            }
        }
    }

    /// A sort by what is no strict order would depend on the order before.
    @Test func isAStrictOrder() {
        var random = SystemRandomNumberGenerator()
        let names = (0..<60).map { _ in
            String((0..<Int.random(in: 0...4, using: &random)).map { _ in "01a-".randomElement(using: &random) ?? "a" })
        }
        for a in names {
            #expect(!isNaturallyBefore(a, a))
            for b in names where a != b {
                #expect(isNaturallyBefore(a, b) != isNaturallyBefore(b, a), "\(a), \(b)")
                for c in names where isNaturallyBefore(a, b) && isNaturallyBefore(b, c) {
                    #expect(isNaturallyBefore(a, c), "\(a), \(b), \(c)")
                }
            }
        }
    }
}
