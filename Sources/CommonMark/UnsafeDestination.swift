/// Whether a destination would run code, or read the reader's disk, when it is followed: `javascript:`, `vbscript:`, `data:`, `file:`.
///
/// White space and control characters, which browsers overlook in a scheme, are overlooked here too. Entities are decoded in the
/// destinations of a tree already.
public func isUnsafe(destination: some Sequence<UInt8>) -> Bool {
    var scheme: [UInt8] = []
    for byte in destination where byte > .space && byte != 0x7F {
        scheme.append(byte.isLetter ? byte | 0x20 : byte)
        if byte == UInt8(ascii: ":") { return ["javascript:", "vbscript:", "data:", "file:"].contains { scheme == Array($0.utf8) } }
        if scheme.count > 10 { return false }
    }
    return false
}
