/// A ZIP file in the making: what goes into it, compressed.
struct Archive: Sendable {
    /// A file in the archive.
    struct Entry: Sendable {
        /// With the archive's own folder, `/` between folders.
        let name: String
        /// A raw deflate stream, or the bytes themselves.
        let data: [UInt8]
        let isCompressed: Bool
        let size: Int
        let checksum: UInt32
    }

    /// In the order in which they are written.
    private(set) var entries: [Entry] = []

    mutating func add(_ name: String, _ bytes: [UInt8], by deflate: Deflate) {
        let compressed = deflate.compress(bytes)
        entries.append(
            Entry(
                name: name, data: compressed ?? bytes, isCompressed: compressed != nil, size: bytes.count,
                checksum: Deflate.checksum(of: bytes)))
    }
}
