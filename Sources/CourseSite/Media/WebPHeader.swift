/// The first chunk of a WebP, of which there are three kinds (RFC 9649).
enum WebPHeader {
    static func size(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        if bytes.has("VP8X".utf8, at: 12) { return try canvas(of: bytes) }
        if bytes.has("VP8L".utf8, at: 12) { return try losslessSize(of: bytes) }
        if bytes.has("VP8 ".utf8, at: 12) { return try lossySize(of: bytes) }
        if bytes.count < 16 { throw .cutOff }
        throw ImageDamage("its first chunk is of no kind that holds a WebP image")
    }

    private static let content = 20

    /// Of the extended format, which has animations, transparency, metadata: two numbers of 24 bits, less one.
    private static func canvas(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        let width = try bytes.littleEndian(UInt32.self, at: content + 4) & 0xFF_FFFF
        let height = try bytes.littleEndian(UInt32.self, at: content + 6) >> 8
        guard let size = ImageSize(width: Int(width) + 1, height: Int(height) + 1) else { throw .noSize }
        return size
    }

    /// Two numbers of 14 bits, less one, after a signature.
    private static func losslessSize(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        guard try bytes.byte(at: content) == 0x2F else { throw ImageDamage("its lossless image does not begin with the byte 2F") }
        let bits = try bytes.littleEndian(UInt32.self, at: content + 1)
        guard let size = ImageSize(width: Int(bits & 0x3FFF) + 1, height: Int(bits >> 14 & 0x3FFF) + 1) else { throw .noSize }
        return size
    }

    /// A key frame of VP8 (RFC 6386, 9.1): of each number the upper two bits are a scale that decoders overlook.
    private static func lossySize(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        guard try bytes.byte(at: content) & 1 == 0 else { throw ImageDamage("its first frame is no key frame") }
        _ = try bytes.byte(at: content + 5)
        guard bytes.has([0x9D, 0x01, 0x2A], at: content + 3) else { throw ImageDamage("its lossy image does not begin with 9D 01 2A") }
        let width = try bytes.littleEndian(UInt16.self, at: content + 6) & 0x3FFF
        let height = try bytes.littleEndian(UInt16.self, at: content + 8) & 0x3FFF
        guard let size = ImageSize(width: Int(width), height: Int(height)) else { throw .noSize }
        return size
    }
}
