import CDeflate

/// Compresses by libdeflate. One for each thread.
final class Deflate {
    /// Between zlib's usual level and its best: what comes after costs more time than it saves bytes on HTML.
    static let level: Int32 = 6

    private let compressor: OpaquePointer?

    init() {
        compressor = libdeflate_alloc_compressor(Self.level)
    }

    deinit {
        libdeflate_free_compressor(compressor)
    }

    /// - Returns: the raw deflate stream; `nil` where it would not be smaller than the bytes themselves.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compressor, bytes.count > 1 else { return nil }
        let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, count in
            count = bytes.withUnsafeBytes { libdeflate_deflate_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count) }
        }
        return compressed.isEmpty ? nil : compressed
    }

    static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}
