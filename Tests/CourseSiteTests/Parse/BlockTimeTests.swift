import Testing

@testable import CourseSite

struct BlockTimeTests {
    @Test(arguments: [
        ("20 min", 20), ("1 h", 60), ("1 h 30", 90), ("1 h 30 min", 90), ("1h30", 90), ("20min", 20), ("2\u{A0}h\u{202F}05", 125),
        ("10000 min", 10_000),
    ])
    func readsTimes(_ text: String, _ minutes: Int) {
        #expect(BlockTime.minutes(text) == minutes)
    }

    @Test(arguments: [
        "", "20", "min", "h", "0 min", "-5 min", "1.5 h", "1 h 60", "1 h 30 s", "20 minutes", "1 h min", "30 min 1 h", "10001 min",
        "1 h 30 min 5",
        "99999999999999999999 min", "9223372036854775807 h", "9223372036854775807 h 30", "٢٠ min", "1 h 3 0",
    ])
    func takesNothingElseForOne(_ text: String) {
        #expect(BlockTime.minutes(text) == nil)
    }
}
