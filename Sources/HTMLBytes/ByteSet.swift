import CByteScan

#if canImport(Glibc)
    import Glibc
#endif

/// Some bytes that are looked for together.
public struct ByteSet: Sendable {
    /// For each byte whether it is one of them.
    private let members: [Bool]
    /// What the search for sixteen bytes at a time is given; empty where there are too many.
    private let needles: [UInt8]

    /// A set of any size; up to twelve are found several times faster.
    public init(_ bytes: some Sequence<UInt8>) {
        var members = [Bool](repeating: false, count: 256)
        for byte in bytes { members[Int(byte)] = true }
        self.members = members
        let distinct = members.indices.filter { members[$0] }.map { UInt8($0) }
        let most = Int(lutrin_needle_count)
        guard let last = distinct.last, distinct.count <= most else {
            needles = []
            return
        }
        needles = (distinct + Array(repeating: last, count: most - distinct.count))
            .flatMap { Array(repeating: $0, count: Int(lutrin_needle_width)) }
    }

    /// Whether a byte is one of them.
    public func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }

    /// The place of the first of them in a part of a text; the part's end where there is none.
    public func firstIndex(in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        guard let start = text.baseAddress, !range.isEmpty else { return range.upperBound }
        if needles.isEmpty { return text[range].firstIndex(where: contains) ?? range.upperBound }
        return needles.withUnsafeBufferPointer { lutrin_scan_any(start, range.lowerBound, range.upperBound, $0.baseAddress) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The next byte that HTML gives a meaning to, of `& < > "`; the end where there is none.
    public func firstSpecial(from start: Int) -> Int {
        guard start < count, let base = baseAddress else { return count }
        return lutrin_scan_special(base, start, count)
    }

    /// The next byte of a kind; the end where there is none.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Where a part lies first; the end where it does not.
    func firstPlace(of part: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = baseAddress, let start = part.baseAddress, !part.isEmpty else { return count }
        return lutrin_scan_part(base, count, start, part.count)
    }

    /// Where a byte stands, from `start` on.
    public func places(of byte: UInt8, from start: Int = 0) -> BytePlaces { BytePlaces(byte, in: self, from: start) }

    /// The next byte that is not ASCII; the end where there is none.
    public func firstNonASCII(from start: Int) -> Int {
        guard start < count, let base = baseAddress else { return count }
        return lutrin_scan_high(base, start, count)
    }
}

/// The places of a byte in a text, in order.
public struct BytePlaces: Sequence, IteratorProtocol {
    private let byte: UInt8
    private let text: UnsafeBufferPointer<UInt8>
    private var start: Int

    init(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.byte = byte
        self.text = text
        self.start = start
    }

    /// The next place.
    public mutating func next() -> Int? {
        let place = text.firstIndex(of: byte, from: start)
        guard place < text.count else { return nil }
        start = place + 1
        return place
    }
}
