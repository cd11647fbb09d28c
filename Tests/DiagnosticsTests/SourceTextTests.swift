import Diagnostics
import Testing

struct SourceTextTests {
    /// Marks the place of a diagnostic: what stands between the brackets of a text is pointed at; the brackets are taken out.
    private func check(
        _ marked: String, line: Int, column: Int, endLine: Int? = nil, endColumn: Int, excerpt: String?,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        var bytes = [UInt8]()
        var offsets = [Int]()
        for byte in marked.utf8 {
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") { offsets.append(bytes.count) } else { bytes.append(byte) }
        }
        let place = SourceText(path: "a.md", bytes: bytes).location(of: offsets[0]..<offsets[1])
        let expected = Diagnostics.SourceLocation(
            path: "a.md", start: SourcePosition(line: line, column: column), end: SourcePosition(line: endLine ?? line, column: endColumn),
            excerpt: excerpt)
        #expect(place == expected, sourceLocation: sourceLocation)
    }

    @Test func countsLinesHoweverTheyEnd() {
        check("a\nb[c]d\ne", line: 2, column: 2, endColumn: 3, excerpt: "bcd")
        check("a\r\nb[c]d\r\ne", line: 2, column: 2, endColumn: 3, excerpt: "bcd")
        check("a\rb[c]d\re", line: 2, column: 2, endColumn: 3, excerpt: "bcd")
        check("a\n\r\n\n[b]", line: 4, column: 1, endColumn: 2, excerpt: "b")
    }

    @Test func countsCharactersNotBytes() {
        check("é€😀[x]", line: 1, column: 4, endColumn: 5, excerpt: "é€😀x")
        check("e\u{301}[x]", line: 1, column: 3, endColumn: 4, excerpt: "e\u{301}x")
    }

    @Test func reachesTheEnd() {
        check("a\nb[]", line: 2, column: 2, endColumn: 2, excerpt: "b")
        check("a\n[]", line: 2, column: 1, endColumn: 1, excerpt: "")
        check("[]", line: 1, column: 1, endColumn: 1, excerpt: "")
        check("[a\nb]c", line: 1, column: 1, endLine: 2, endColumn: 2, excerpt: "a")
    }

    @Test func countsNoByteOrderMark() {
        check("\u{FEFF}a[b]", line: 1, column: 2, endColumn: 3, excerpt: "ab")
        check("[\u{FEFF}a]b", line: 1, column: 1, endColumn: 2, excerpt: "ab")
        check("\u{FEFF}\na[b]", line: 2, column: 2, endColumn: 3, excerpt: "ab")
    }

    @Test func placesAnyRangeSomewhere() {
        let text = SourceText(path: "a.md", bytes: Array("é\nb".utf8))
        for range in [Int.min..<Int.max, -5..<1, 1..<2, 99..<100, 4..<4] {
            let place = text.location(of: range)
            #expect(place.start <= place.end)
            #expect((1...2).contains(place.start.line) && (1...2).contains(place.end.line))
        }
        for line in [Int.min, 0, 3, .max] {
            let position = SourcePosition(line: line, column: 1)
            #expect(text.location(from: position, to: position).excerpt == nil)
        }
    }

    @Test func showsBytesThatAreNoText() {
        check(bytes: [0x61, 0xFF, 0x62], at: 1..<2, column: 2, excerpt: "a\u{FFFD}b", excerptColumn: 1)
    }

    /// Else 100,000 mistakes in a line of 8 MiB would take 800 GB.
    @Test func ofALongLineThePartAroundThePlaceIsShown() {
        let bytes = Array((String(repeating: "é", count: 5_000) + "x" + String(repeating: "€", count: 5_000)).utf8)
        let around = String(repeating: "é", count: 200) + "x" + String(repeating: "€", count: 199)
        check(bytes: bytes, at: 10_000..<10_001, column: 5_001, excerpt: around, excerptColumn: 4_801)
        check(bytes: bytes, at: 0..<2, column: 1, excerpt: String(repeating: "é", count: 200), excerptColumn: 1)
        check(
            bytes: bytes, at: bytes.count..<bytes.count, column: 10_002, excerpt: String(repeating: "€", count: 200), excerptColumn: 9_802)
    }

    private func check(
        bytes: [UInt8], at range: Range<Int>, column: Int, excerpt: String, excerptColumn: Int,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let place = SourceText(path: "a.md", bytes: bytes).location(of: range)
        #expect(place.start == SourcePosition(line: 1, column: column), sourceLocation: sourceLocation)
        #expect(place.excerpt == excerpt, sourceLocation: sourceLocation)
        #expect(place.excerptColumn == excerptColumn, sourceLocation: sourceLocation)
    }
}
