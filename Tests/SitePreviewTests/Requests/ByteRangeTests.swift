import Testing

@testable import SitePreview

/// RFC 9110, section 14.1.2, of a file of 1,000 bytes.
struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-499", ByteRange.part(0..<500)), ("bytes=500-999", .part(500..<1_000)), ("bytes=500-", .part(500..<1_000)),
        ("bytes=-500", .part(500..<1_000)),
        ("bytes=-2000", .part(0..<1_000)), ("bytes=0-0", .part(0..<1)), ("bytes=999-5000", .part(999..<1_000)),
        ("bytes=0-99999999999999999999999", .part(0..<1_000)),
        ("bytes=1000-", .unsatisfiable), ("bytes=1000-1001", .unsatisfiable), ("bytes=-0", .unsatisfiable),
        ("bytes=99999999999999999999-", .unsatisfiable),
        // What is no range, or several, is as if nothing had been asked for.
        ("bytes=5-4", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=1-2,5-6", .whole), ("items=0-1", .whole),
        ("bytes=+1-2", .whole), ("bytes", .whole),
        ("", .whole),
    ])
    func isReadAsTheStandardHasIt(_ field: String, _ range: ByteRange) {
        #expect(ByteRange(field, of: 1_000) == range)
    }

    @Test func ofAnEmptyFileNothingIsAPart() {
        #expect(ByteRange("bytes=0-", of: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-5", of: 0) == .unsatisfiable)
        #expect(ByteRange(nil, of: 0) == .whole)
    }
}
