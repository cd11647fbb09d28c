import CDeflate

/// Compresses by libdeflate. One for each thread.
final class Deflate {
    /// Between zlib's usual level and its best: what comes after costs more time than it saves bytes on HTML.
    static let level: Int32 = 6

    private let compressor: OpaquePointer?
    /// What is compressed, before it is known how small it gets.
    private var buffer = [UInt8]()

    init() {
        compressor = libdeflate_alloc_compressor(Self.level)
    }

    deinit {
        libdeflate_free_compressor(compressor)
    }

    /// - Returns: the raw deflate stream; `nil` where it would not be smaller than the bytes themselves.
    func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compressor, bytes.count > 1 else { return nil }
        let most = bytes.count - 1
        if buffer.count < most { buffer = [UInt8](repeating: 0, count: most) }
        let size = bytes.withUnsafeBytes { source in
            buffer.withUnsafeMutableBytes {
                libdeflate_deflate_compress(compressor, source.baseAddress, source.count, $0.baseAddress, most)
            }
        }
        return size == 0 ? nil : Array(buffer[..<size])
    }

    static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    }
}
