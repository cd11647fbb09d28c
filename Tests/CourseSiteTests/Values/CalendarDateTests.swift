import Testing

@testable import CourseSite

struct CalendarDateTests {
    @Test(arguments: ["2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func areRead(_ text: String) { #expect(CalendarDate(text)?.iso8601 == text) }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-24 ", "26-11-24", "2026-1-24", "2026-13-01", "2026-00-01", "2026-11-00", "2026-11-31", "2026-02-29",
        "1900-02-29", "0000-01-01",
        "2026-11-24T00:00", "-026-11-24", "2026/11/24", "٢٠٢٦-11-24", "2026-+1-24",
    ])
    func areRefused(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test func areOrdered() throws {
        let dates = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(CalendarDate($0)) }
        #expect(dates == dates.reversed().sorted())
    }
}
