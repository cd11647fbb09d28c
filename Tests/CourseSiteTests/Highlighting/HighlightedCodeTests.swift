import Testing

@testable import CourseSite

/// What of a highlighter's answer is believed.
struct HighlightedCodeTests {
    private static func read(_ answer: String, of code: String) -> String? {
        HighlightedCode.read(Array(answer.utf8), of: Array(code.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("a", "a", "a"), ("", "", ""), ("a &lt;b&gt; &amp;amp; &quot;\n", "a <b> &amp; \"\n", "a &lt;b&gt; &amp;amp; &quot;\n"),
        ("&apos;&#64;", "'@", "'@"),
        (#"<span class="hl kwa">let</span> é"#, "let é", #"<span class="hl kwa">let</span> é"#),
        (#"<span class="hl com">/* a"# + "\nb */</span>\n", "/* a\nb */\n", #"<span class="hl com">/* a"# + "\nb */</span>\n"),
        (#"<span class="hl opt"></span>"#, "", #"<span class="hl opt"></span>"#),
    ])
    func isTheCodeWithSpans(_ answer: String, _ code: String, _ html: String) {
        #expect(Self.read(answer, of: code) == html)
    }

    @Test(arguments: [
        // another code
        ("a ", "a"), ("", "a"), ("a", ""), ("&amp;lt;", "<"), ("<span class=\"hl kwa\">lat</span>", "let"),
        // more than spans
        ("<b>a</b>", "a"), ("<script>a</script>", "a"), ("<!-- -->a", "a"), ("a<", "a"), ("a<br>", "a"), ("<", "<"),
        // more than a class
        ("<span class=\"hl kwa\" onclick=\"x\">a</span>", "a"), ("<span style=\"color:red\">a</span>", "a"),
        ("<span class=\"x\">a</span>", "a"),
        ("<span class=\"hl \">a</span>", "a"), ("<span class=\"hl k w\">a</span>", "a"), ("<span class=\"hl kwa'>a</span>", "a"),
        ("<span class=\"hl kwa", ""),
        // spans that do not fit
        ("<span class=\"hl kwa\">a", "a"), ("a</span>", "a"), ("<span class=\"hl kwa\"><span class=\"hl kwb\">a</span></span>", "a"),
        // entities that nobody needs
        ("&#97;", "a"), ("&nbsp;", "\u{A0}"), ("&", "&"), ("&lt", "<"),
    ])
    func isNothingElse(_ answer: String, _ code: String) {
        #expect(Self.read(answer, of: code) == nil)
    }

    /// Whatever is answered: what is believed has no tag but those spans, and the text of the code.
    @Test func neverIsMoreThanSpans() {
        let pieces = ["<span class=\"hl kwa\">", "</span>", "<", ">", "&lt;", "&", "a", "\"", "<b>", "\n", "é"]
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let answer = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let code = answer.replacing(/<span class="hl kwa">|<\/span>/, with: "").replacing("&lt;", with: "<")
            guard let html = Self.read(answer, of: code) else { continue }
            let text = html.replacing(/<span class="hl kwa">[^<]*<\/span>/) { $0.output.dropFirst(21).dropLast(7) }
            #expect(
                !text.contains("<") && !text.contains("\"") && !text.replacing(/&(lt|gt|amp|quot);/, with: "").contains("&"), "\(answer)")
        }
    }
}
