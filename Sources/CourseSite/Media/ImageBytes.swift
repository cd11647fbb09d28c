/// Bytes of an image's file. Whatever stands in them, nothing outside them is read: every read says that it cannot.
struct ImageBytes {
    private let buffer: UnsafeRawBufferPointer

    /// - Parameter buffer: must outlive this value.
    init(_ buffer: UnsafeRawBufferPointer) {
        self.buffer = buffer
    }

    var count: Int { buffer.count }

    /// A big-endian number.
    func number<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type, at offset: Int) throws(ImageDamage) -> Number {
        guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { throw .cutOff }
        return Number(bigEndian: buffer.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// A little-endian number.
    func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type, at offset: Int) throws(ImageDamage) -> Number {
        try number(Number.self, at: offset).byteSwapped
    }

    func byte(at offset: Int) throws(ImageDamage) -> UInt8 {
        try number(UInt8.self, at: offset)
    }

    /// - Parameter length: nothing for all that follows.
    func part(from offset: Int, length: Int? = nil) throws(ImageDamage) -> ImageBytes {
        guard offset >= 0, offset <= count else { throw .cutOff }
        let length = length ?? (count - offset)
        guard length >= 0, length <= count - offset else { throw .cutOff }
        return ImageBytes(UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + length]))
    }

    func has(_ expected: some Collection<UInt8>, at offset: Int) -> Bool {
        guard offset >= 0, expected.count <= count - offset else { return false }
        return buffer[offset..<offset + expected.count].elementsEqual(expected)
    }

    /// Where a byte stands next.
    func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
        guard (0...count).contains(offset) else { return nil }
        return buffer[offset...].firstIndex(of: byte)
    }
}
