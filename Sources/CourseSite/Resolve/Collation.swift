import CLutrin

/// The order in which a language sorts its words: é beside e; in Swedish å, ä and ö behind z.
final class Collation {
    private let whole: OpaquePointer
    private let letters: OpaquePointer

    init(_ locale: Locale) throws(EnvironmentError) {
        guard let whole = lutrin_collator_open(locale.code, 0), let letters = lutrin_collator_open(locale.code, 1) else {
            let library = String(cString: lutrin_collator_library())
            throw EnvironmentError("ICU, which knows how languages sort their words, is not installed: \(library)")
        }
        self.whole = whole
        self.letters = letters
    }

    deinit {
        lutrin_collator_close(whole)
        lutrin_collator_close(letters)
    }

    /// What the language takes for equal is in Unicode's order, so that there is only one.
    func isBefore(_ a: String, _ b: String) -> Bool {
        let order = compare(a, b, by: whole)
        return order == 0 ? a < b : order < 0
    }

    /// Under which letter a word stands in a register: that of the language, without accents that make no other letter in it.
    /// - Returns: `nil` where the word has no letter and no digit.
    func initial(of word: String) -> String? {
        guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let initial = String(first).uppercased()
        // German ß begins no word, and its capitals are two letters.
        let plain = initial.unicodeScalars.first.flatMap { Self.plain[$0] }
        guard let plain, compare(plain, initial, by: letters) == 0 else { return initial }
        return String(plain.prefix(1))
    }

    /// Whether two letters are one to the language, which may write it with accents or without.
    func isSameLetter(_ a: String, _ b: String) -> Bool { compare(a, b, by: letters) == 0 }

    private func compare(_ a: String, _ b: String, by collator: OpaquePointer) -> Int32 {
        var a = a
        var b = b
        return a.withUTF8 { a in
            b.withUTF8 { b in
                a.withMemoryRebound(to: CChar.self) { a in
                    b.withMemoryRebound(to: CChar.self) { b in lutrin_collate(collator, a.baseAddress, a.count, b.baseAddress, b.count) }
                }
            }
        }
    }

    /// What European languages write with accents or as a ligature, without either. Whether it is a letter of its own, the language says.
    private static let plain: [Unicode.Scalar: String] = {
        let accented = [
            "A": "ÀÁÂÃÄÅĀĂĄ", "AE": "Æ", "C": "ÇĆĈĊČ", "D": "Ď", "E": "ÈÉÊËĒĔĖĘĚ", "G": "ĜĞĠĢ", "H": "Ĥ",
            "I": "ÌÍÎÏĨĪĬĮİ", "J": "Ĵ", "K": "Ķ", "L": "ĹĻĽ", "N": "ÑŃŅŇ", "O": "ÒÓÔÕÖŌŎŐ", "OE": "Œ", "R": "ŔŖŘ",
            "S": "ŚŜŞŠȘ", "T": "ŢŤȚ", "U": "ÙÚÛÜŨŪŬŮŰŲ", "W": "Ŵ", "Y": "ÝŶŸ", "Z": "ŹŻŽ",
        ]
        return Dictionary(accented.flatMap { letter, forms in forms.unicodeScalars.map { ($0, letter) } }) { first, _ in first }
    }()
}
