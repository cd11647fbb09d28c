/// Which part of a file is asked for (RFC 9110, section 14): what players send to begin in the middle of a recording.
enum ByteRange: Hashable, Sendable {
    /// All of it: none was asked for, or in a way that may be ignored.
    case whole
    case part(Range<Int>)
    /// None of the bytes that were asked for are there.
    case unsatisfiable

    /// - Parameters:
    ///   - field: the header field `Range`.
    ///   - size: of the file, in bytes.
    init(_ field: String?, of size: Int) {
        self = .whole
        guard let field, field.hasPrefix("bytes=") else { return }
        let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        // Several parts at once are nothing that a player asks for; all of the file is then a right answer, too.
        guard ends.count == 2, !field.contains(",") else { return }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (let first?, let last?) where first <= last:
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (let first?, nil) where ends[1].isEmpty:
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let last?) where ends[0].isEmpty:
            self = last > 0 && size > 0 ? .part(max(0, size - last)..<size) : .unsatisfiable
        default: return
        }
    }

    /// Digits alone; of a number that no file has as many bytes as, the largest there is.
    private static func number(_ digits: Substring) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(digits) ?? Int.max - 1
    }
}
