/// Whether captions can be read by browsers (WebVTT, section 4): the signature, and lines of times that are right. A browser that cannot
/// read a line says nothing and shows nothing, so it is told here.
enum WebVTT {
    /// - Parameter bytes: the file.
    /// - Returns: in the order of the text; nothing where all is well.
    static func problems(in bytes: [UInt8]) -> [MediaProblem] {
        let start = TextEncoding.start(of: bytes)
        guard String(validating: bytes, as: UTF8.self) != nil else { return [.captionsNotUTF8] }
        let lines = Lines(bytes, from: start)
        guard hasSignature(bytes[start...]) else { return [.noSignature(at: lines.first)] }
        var problems = [MediaProblem]()
        var hasCue = false
        for line in lines where bytes[line].contains(arrow) {
            hasCue = true
            if let problem = problem(inTimes: bytes[line]) { problems.append(problem) }
        }
        return hasCue ? problems : [.noCue(at: lines.first)]
    }

    private static let arrow = Array("-->".utf8)

    /// `WEBVTT`, and behind it a blank or the line's end.
    private static func hasSignature(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "WEBVTT".utf8) else { return false }
        return text.dropFirst(6).first.map { [0x09, 0x0A, 0x0D, 0x20].contains($0) } ?? true
    }

    /// `00:01.000 --> 01:00:02.500 line:0`.
    private static func problem(inTimes line: ArraySlice<UInt8>) -> MediaProblem? {
        guard let (start, end) = times(in: line) else { return .wrongTime(line) }
        return end > start ? nil : .endsTooEarly(line)
    }

    /// From when to when a caption is shown, in thousandths of a second; `nil` for a line that is none of times.
    static func times(in line: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
        var rest = line.drop(while: isBlank)
        guard let start = time(&rest) else { return nil }
        rest = rest.drop(while: isBlank)
        guard rest.starts(with: arrow) else { return nil }
        rest = rest.dropFirst(arrow.count).drop(while: isBlank)
        guard let end = time(&rest), rest.first.map(isBlank) ?? true else { return nil }
        return (start, end)
    }

    /// - Returns: thousandths of a second; `nil` where there is no time.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
        var parts = [(value: Int, length: Int)]()
        while let part = digits(&rest) {
            parts.append(part)
            guard rest.first == UInt8(ascii: ":"), parts.count < 3 else { break }
            rest = rest.dropFirst()
        }
        guard parts.count >= 2, parts.suffix(2).allSatisfy({ $0.length == 2 && $0.value < 60 }),
            parts.first.map({ $0.length >= 2 }) ?? false,
            rest.first == UInt8(ascii: ".")
        else { return nil }
        rest = rest.dropFirst()
        guard let fraction = digits(&rest), fraction.length == 3 else { return nil }
        return parts.reduce(0) { $0 * 60 + $1.value } * 1000 + fraction.value
    }

    /// A number of so few digits that nothing overflows; a longer one is no time.
    private static func digits(_ rest: inout ArraySlice<UInt8>) -> (value: Int, length: Int)? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...6).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The lines of a text, without their ends: LF, CRLF or CR.
    struct Lines: Sequence, IteratorProtocol {
        private let bytes: [UInt8]
        private var offset: Int

        init(_ bytes: [UInt8], from start: Int) {
            self.bytes = bytes
            offset = start
        }

        /// The first line, which may be empty.
        var first: Range<Int> {
            var lines = self
            return lines.next() ?? offset..<offset
        }

        mutating func next() -> Range<Int>? {
            guard offset < bytes.count else { return nil }
            let start = offset
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            offset = end + (isPair ? 2 : 1)
            return start..<end
        }
    }
}

extension MediaProblem {
    private static func captions(_ message: String, _ help: String, at range: Range<Int>? = nil) -> MediaProblem {
        MediaProblem(rule: .invalidCaptions, message: message, help: help, range: range)
    }

    fileprivate static let captionsNotUTF8 = captions("the captions are not UTF-8", "save the file in the encoding UTF-8")

    fileprivate static func noSignature(at range: Range<Int>) -> MediaProblem {
        captions(
            "the captions do not begin with “WEBVTT”: browsers show none of them",
            "write “WEBVTT” on the first line, and leave the second empty", at: range)
    }

    fileprivate static func noCue(at range: Range<Int>) -> MediaProblem {
        captions(
            "the captions hold no text: there is no line of times", "write one above each text, such as “00:01.000 --> 00:04.000”",
            at: range)
    }

    fileprivate static func wrongTime(_ line: ArraySlice<UInt8>) -> MediaProblem {
        let hasComma = line.contains(UInt8(ascii: ","))
        return captions(
            "browsers cannot read these times, and leave the caption out",
            hasComma
                ? "write a full stop before the thousandths, not a comma: “00:00:01.000 --> 00:00:04.000”"
                : "write hours (if any), minutes, seconds, thousandths: “00:00:01.000 --> 00:00:04.000”",
            at: line.startIndex..<line.endIndex)
    }

    fileprivate static func endsTooEarly(_ line: ArraySlice<UInt8>) -> MediaProblem {
        captions("this caption ends before it begins", "write the earlier time before “-->”", at: line.startIndex..<line.endIndex)
    }
}
