/// The first chunk of a PNG: `IHDR` (PNG specification, 11.2.1).
enum PNGHeader {
    static func size(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        guard try bytes.number(UInt32.self, at: 8) == 13, bytes.has("IHDR".utf8, at: 12) else {
            throw ImageDamage("its first chunk is not the header “IHDR”")
        }
        let width = try bytes.number(UInt32.self, at: 16)
        let height = try bytes.number(UInt32.self, at: 20)
        guard let size = ImageSize(width: Int(width), height: Int(height)) else { throw .noSize }
        guard max(width, height) <= Int32.max else { throw ImageDamage("its header gives a side of more pixels than a PNG may have") }
        return size
    }
}
