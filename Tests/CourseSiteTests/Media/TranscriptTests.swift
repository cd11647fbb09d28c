import Testing

@testable import CourseSite

struct TranscriptTests {
    private func transcript(_ captions: String) -> String {
        String(decoding: Transcript.html(of: Array("WEBVTT\n\n\(captions)".utf8)), as: UTF8.self)
    }

    @Test func linesAndCaptionsAreJoined() {
        let captions = "1\n00:00.000 --> 00:01.000 line:0\nA\nb.\n\nNOTE not\nthis\n\n00:01.500 --> 00:02.000\nC.\n"
        #expect(transcript(captions) == "<p>A b. C.</p>\n")
        #expect(transcript(captions.replacing("\n", with: "\r\n")) == "<p>A b. C.</p>\n")
        #expect(transcript(captions.replacing("\n", with: "\r")) == "<p>A b. C.</p>\n")
    }

    @Test func aSilenceOrAnotherSpeakerBeginsAParagraph() {
        #expect(transcript("00:00.000 --> 00:01.000\nA\n\n00:03.000 --> 00:04.000\nB\n") == "<p>A</p>\n<p>B</p>\n")
        #expect(transcript("00:00.000 --> 00:01.000\nA\n\n00:02.999 --> 00:04.000\nB\n") == "<p>A B</p>\n")
        let voices =
            "00:00.000 --> 00:01.000\n<v Ana>A</v>\n\n00:01.000 --> 00:02.000\n<v.loud Ana>B\n\n00:02.000 --> 00:03.000\n<v Bo & Co>C\n"
        #expect(transcript(voices) == "<p><b>Ana</b> A B</p>\n<p><b>Bo &amp; Co</b> C</p>\n")
    }

    @Test func tagsAndReferencesAreRead() {
        #expect(
            transcript("00:00.000 --> 00:01.000\n<i>a</i> &lt;b&gt; &amp; &nbsp;c &copy; d & e <00:00.500>f")
                == "<p>a &lt;b&gt; &amp; \u{A0}c &amp;copy; d &amp; e f</p>\n")
        #expect(transcript("00:00.000 --> 00:01.000\na <b") == "<p>a </p>\n")
        #expect(transcript("00:00.000 --> 00:01.000\n<script>x</script>") == "<p>x</p>\n")
    }

    @Test(arguments: ["", "a\nb\n", "00:00,000 --> 00:01.000\na\n", "00:00.000 --> 00:01.000\n", "00:00.000 --> 00:01.000\n<b></b>\n"])
    func nothingIsSaid(_ captions: String) { #expect(transcript(captions) == "") }
}
