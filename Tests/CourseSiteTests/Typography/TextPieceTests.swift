import Testing

@testable import CourseSite

/// What is not text counts, and stays.
struct TextPieceTests {
    @Test(
        arguments: [
            ([.text("\""), .text("word"), .text("\" x")], "“word” x"),
            ([.text("see \""), .word, .text("\" and "), .word, .text("'s")], "see “□” and □’s"),
            ([.text("a"), .space, .text("\"b\""), .space, .text("'c'")], "a␤“b”␤‘c’"), ([.word, .text("\"")], "□”"),
            ([.text("\""), .word], "“□"),
            ([.text("don"), .text("'"), .text("t")], "don’t"), ([.text("-"), .text("-")], "--"), ([.text("--"), .text("-")], "---"),
            ([.text(".."), .text(".")], "..."),
            ([.text("\"a"), .edge, .text("\"b\"")], "“a¶“b”"), ([.text("x 'a"), .edge, .text("b' c")], "x ’a¶b’ c"),
            ([.text("\""), .text("\"")], "\"\""),
            ([.text("a "), .text("-- b")], "a – b"), ([.text("a"), .word, .text("-- b")], "a□– b"), ([], ""),
            ([.word, .space, .edge], "□␤¶"),
            ([.text("")], ""),
        ] as [([TextPart], String)])
    func english(_ parts: [TextPart], _ expected: String) { #expect(Typographer(locale: "en").set(parts) == expected) }

    @Test(
        arguments: [
            ([.word, .text(" : a")], "□~: a"), ([.word, .text(": a"), .space, .text("? b")], "□~: a␤? b"), ([.text("a:"), .word], "a:□"),
            ([.text("a "), .text("!")], "a‿!"),
            ([.text("a"), .text("!")], "a‿!"), ([.text("«"), .text("a"), .text("»")], "«‿a‿»"), ([.text("«"), .word, .text("»")], "«‿□‿»"),
            ([.text("« "), .word, .text(" »")], "«‿□‿»"),
            ([.text("l'"), .word], "l’□"), ([.text("\""), .word, .text("\":")], "«‿□‿»~:"),
            ([.text("a"), .space, .text("\"b"), .space, .text("c\"")], "a␤«‿b␤c‿»"),
            ([.text("«"), .space, .text("a"), .space, .text("»")], "«␤a␤»"), ([.text("http"), .text(":"), .text("//x")], "http://x"),
            ([.text("a "), .edge, .text("!")], "a ¶!"),
        ] as [([TextPart], String)])
    func french(_ parts: [TextPart], _ expected: String) { #expect(Typographer(locale: "fr").set(parts).withVisibleSpaces == expected) }

    @Test func whereNothingIsToBeSetNothingIsAllocated() {
        let typographer = Typographer(locale: "fr")
        let bytes = Array("Une phrase sans rien, ni marque ni trait, à l’heure. Une autre.".utf8)
        bytes.withUnsafeBufferPointer { bytes in
            var edits = [TypographyEdit]()
            typographer.find(in: [.text(bytes.indices)], of: bytes, into: &edits)
            #expect(edits.capacity == 0)
        }
    }

    @Test func textsAreSetOneAfterAnother() {
        let typographer = Typographer(locale: "en")
        var edits = [TypographyEdit]()
        for text in ["a \"b", "abc\"d\""] {
            let bytes = Array(text.utf8)
            bytes.withUnsafeBufferPointer { typographer.find(in: [.text($0.indices)], of: $0, into: &edits) }
        }
        var alone = [TypographyEdit]()
        let bytes = Array("abc\"d\"".utf8)
        bytes.withUnsafeBufferPointer { typographer.find(in: [.text($0.indices)], of: $0, into: &alone) }
        #expect(Array(edits.dropFirst()) == alone)
    }

    /// Whatever the ranges and bytes are, nothing outside the buffer is read.
    @Test func badRangesAndBytesAreHarmless() {
        let bytes: [UInt8] = [0xE2, 0x80, 0x27, 0xFF, 0x22, 0xC2]
        bytes.withUnsafeBufferPointer { bytes in
            for piece in [0..<6, 2..<6, 1..<40, 50..<60, 5..<6] {
                var edits = [TypographyEdit]()
                Typographer(locale: "fr").find(in: [.text(piece), .text(0..<6)], of: bytes, into: &edits)
                #expect(edits.allSatisfy { $0.range.upperBound <= 6 })
            }
        }
    }
}
