import HTMLBytes
import Testing

struct ByteSearchTests {
    @Test(arguments: [("abcabc", "bc", 1), ("abcabc", "abcabc", 0), ("abcabc", "c", 2), ("aaab", "aab", 1), ("été", "t", 2)])
    func aPartIsFoundWhereItLiesFirst(_ text: String, _ part: String, _ place: Int) {
        #expect(Array(text.utf8).range(of: part.utf8) == place..<place + part.utf8.count)
    }

    @Test(arguments: [("abc", "d"), ("abc", "abcd"), ("", "a"), ("abc", ""), ("", "")])
    func whatIsNotThereIsNotFound(_ text: String, _ part: String) {
        #expect(Array(text.utf8).range(of: part.utf8) == nil)
    }

    @Test func placesOfSlicesAreThoseOfTheWhole() {
        let text = Array("abcabcabc".utf8)
        #expect(text[4...].range(of: "ab".utf8) == 6..<8)
        #expect(text[7...].range(of: "ab".utf8) == nil)
    }

    /// Against the standard library, on texts of few letters, in which much is nearly found.
    @Test func itFindsWhatTheStandardLibraryFinds() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 97...98, using: &generator) } }
            let (text, part) = (random(40), random(Int.random(in: 1...8, using: &generator)))
            let start = Int.random(in: 0...40, using: &generator)
            #expect(text[start...].range(of: part) == text[start...].firstRange(of: part), "\(text) \(part)")
        }
    }
}
