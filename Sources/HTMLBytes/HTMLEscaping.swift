/// Where bytes are appended.
public protocol ByteSink: ~Copyable {
    /// Appends bytes as they are.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension Buffer: ByteSink where Element == UInt8 {}

extension [UInt8]: ByteSink {
    /// Appends bytes as they are.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { append(contentsOf: bytes) }
}

extension [UInt8] {
    /// Appends text with `& < > "` as entities: fit for content and for attributes in double quotes.
    @inlinable
    public mutating func appendEscaped(_ text: some Sequence<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { writeEscaped($0) }
        if isDone == nil { Array(text).withUnsafeBufferPointer { writeEscaped($0) } }
    }

    /// The same for a string.
    @inlinable
    public mutating func appendEscaped(_ text: String) {
        appendEscaped(text.utf8)
    }

    /// Appends a destination for an attribute in double quotes: what may not stand in a URL is percent-encoded.
    public mutating func appendDestination(_ destination: ArraySlice<UInt8>) {
        destination.withUnsafeBufferPointer { writeDestination($0) }
    }
}

extension ByteSink where Self: ~Copyable {
    /// Appends bytes as they are.
    @inlinable @inline(__always)
    public mutating func write(_ markup: StaticString) {
        append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Appends a number in decimal digits.
    public mutating func write(_ number: Int32) {
        var digits = "\(number)"
        digits.withUTF8 { append($0) }
    }

    /// Appends text with `& < > "` as entities.
    @inlinable
    public mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < text.count {
            let end = text.firstSpecial(from: start)
            append(UnsafeBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { return }
            switch text[end] {
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            default: write("&gt;")
            }
            start = end + 1
        }
    }

    /// Appends a destination; what may not stand in a URL is percent-encoded.
    @inlinable
    public mutating func writeDestination(_ destination: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < destination.count {
            var end = start
            while end < destination.count, destination[end].isSafeInURL { end += 1 }
            append(UnsafeBufferPointer(rebasing: destination[start..<end]))
            guard end < destination.count else { return }
            switch destination[end] {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "'"): write("&#x27;")
            case let byte:
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3) { escape in
                    escape[0] = UInt8(ascii: "%")
                    escape[1] = (byte >> 4).hexDigit
                    escape[2] = (byte & 15).hexDigit
                    append(UnsafeBufferPointer(escape))
                }
            }
            start = end + 1
        }
    }
}

extension UInt8 {
    @usableFromInline var hexDigit: UInt8 { self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") - 10 + self }

    /// Letters, digits, and `!#$%()*+,-./:;=?@_~`: a bit for each character of ASCII.
    @usableFromInline var isSafeInURL: Bool {
        let bits: UInt64 = self < 64 ? 0xAFFF_FF3A_0000_0000 : self < 128 ? 0x47FF_FFFE_87FF_FFFF : 0
        return bits >> UInt64(self & 63) & 1 == 1
    }
}
