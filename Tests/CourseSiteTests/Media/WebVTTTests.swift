import Testing

@testable import CourseSite

struct WebVTTTests {
    private func problems(_ text: String) -> [String] {
        let report = FileReport(SourcePath("a.vtt"), Array(text.utf8))
        report.add(WebVTT.problems(in: Array(text.utf8)))
        return report.diagnostics.map { "\($0.location?.start.line ?? 0): \($0.message)" }
    }

    @Test(arguments: [
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n", "\u{FEFF}WEBVTT é\r\n\r\n1\r\n100:00:01.000-->100:00:01.001 line:0\r\na",
        "WEBVTT\tx\r\r00:00:00.000\t-->\t00:59.999\ra\r\r00:01:00.000 --> 00:02:00.000\rb",
    ])
    func soundCaptions(_ text: String) {
        #expect(problems(text) == [])
    }

    @Test func whatBrowsersDoNotShow() {
        let unsigned = "1: the captions do not begin with “WEBVTT”: browsers show none of them"
        for text in ["", "1\n00:01.000 --> 00:02.000\n", "WEBVTTx\n", "webvtt\n", " WEBVTT\n"] { #expect(problems(text) == [unsigned]) }
        for text in ["WEBVTT", "WEBVTT\n\na\n"] { #expect(problems(text) == ["1: the captions hold no text: there is no line of times"]) }
        #expect(problems("WEBVTT\n\n00:02.000 --> 00:02.000\na\n") == ["3: this caption ends before it begins"])
        #expect(WebVTT.problems(in: Array("WEBVTT\n".utf8) + [0xE9]).map(\.message) == ["the captions are not UTF-8"])
    }

    @Test(arguments: [
        "00:00:01,000 --> 00:00:02,000", "0:01.000 --> 0:02.000", "00:01.00 --> 00:02.00", "00:60.000 --> 01:61.000", "01.000 --> 02.000",
        "-->",
        "00:01.000 -> --> 00:02.000", "00:01.000 --> 00:02.000x", "00:01.000 --> ", "99999999999999999999:00:00.000 --> 00:01.000",
        "00:00:00:01.000 --> 00:00:00:02.000",
    ])
    func wrongTimes(_ times: String) {
        #expect(problems("WEBVTT\r\n\r\n\(times)\r\na\r\n") == ["3: browsers cannot read these times, and leave the caption out"])
    }

    @Test func aCommaIsExplained() {
        let problem = WebVTT.problems(in: Array("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\n".utf8)).first
        #expect(problem?.help.hasPrefix("write a full stop before the thousandths, not a comma") == true)
    }
}
