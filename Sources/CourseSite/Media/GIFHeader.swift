/// The logical screen of a GIF, in which all its frames lie (GIF89a, 18).
enum GIFHeader {
    static func size(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        let width = try bytes.littleEndian(UInt16.self, at: 6)
        let height = try bytes.littleEndian(UInt16.self, at: 8)
        guard let size = ImageSize(width: Int(width), height: Int(height)) else { throw .noSize }
        return size
    }
}
