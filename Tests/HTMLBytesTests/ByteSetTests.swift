import HTMLBytes
import Testing

/// Searches of many bytes at a time find what a search of one at a time finds, wherever it stands.
@Suite struct ByteSetTests {
    /// Texts of every length around the widths that are searched at once, with a byte put at every place.
    private func forEachText(_ body: ([UInt8], Range<Int>) -> Void) {
        for length in 0...40 {
            for place in 0...length {
                for byte in [0x00, 0x21, 0x22, 0x26, 0x3C, 0x3D, 0x3E, 0x7F, 0x80, 0xFF] as [UInt8] {
                    var text = (0..<length).map { UInt8(0x61 + $0 % 26) }
                    if place < length { text[place] = byte }
                    if place + 3 < length { text[place + 3] = 0x3C }
                    for start in [0, 1, 7, 15].filter({ $0 <= length }) { body(text, start..<length) }
                }
            }
        }
    }

    @Test(arguments: [1, 3, 12, 13, 40])
    func membersAreFound(count: Int) {
        let members = (0..<count).map { UInt8(truncatingIfNeeded: 0x3C + $0 * 67) }
        let set = ByteSet(members)
        var found = 0
        forEachText { text, range in
            let expected = text[range].firstIndex(where: members.contains) ?? range.upperBound
            #expect(text.withUnsafeBufferPointer { set.firstIndex(in: range, of: $0) } == expected)
            if expected < range.upperBound { found += 1 }
        }
        #expect(found > 1_000)
        #expect((0...255).filter { set.contains(UInt8($0)) } == members.map(Int.init).sorted())
    }

    @Test func aSetOfNothingFindsNothing() {
        let text = Array("any text that is long enough".utf8)
        #expect(text.withUnsafeBufferPointer { ByteSet([]).firstIndex(in: 2..<20, of: $0) } == 20)
    }

    @Test func whatEndsWithTheRangeIsNotLookedBeyond() {
        let text = Array("aaaaaaaaaaaaaaaaaaaaaaaa<<<<".utf8)
        #expect(text.withUnsafeBufferPointer { ByteSet("<".utf8).firstIndex(in: 3..<21, of: $0) } == 21)
    }

    @Test func charactersWithAMeaningInHTMLAreFound() {
        forEachText { text, range in
            let expected = text[range].firstIndex { "&<>\"".utf8.contains($0) } ?? text.count
            #expect(text.withUnsafeBufferPointer { $0.firstSpecial(from: range.lowerBound) } == expected)
        }
    }

    @Test func bytesBeyondASCIIAreFound() {
        forEachText { text, range in
            let expected = text[range].firstIndex { $0 >= 0x80 } ?? text.count
            #expect(text.withUnsafeBufferPointer { $0.firstNonASCII(from: range.lowerBound) } == expected)
        }
    }
}
