import Diagnostics
import HTMLBytes

/// What a text file must be: UTF-8 without NUL. A byte order mark and CRLF line ends are read as they are.
enum TextEncoding {
    /// The offset of the text: past the byte order mark where there is one.
    static func start(of bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Whether the bytes can be read as text; what is wrong is reported.
    static func check(_ bytes: [UInt8], report: FileReport) -> Bool {
        if let offset = firstInvalidByte(in: bytes) {
            report.add(.notUTF8(at: report.location(of: offset..<offset + 1)))
            return false
        }
        if let offset = firstNUL(in: bytes) {
            report.add(.nulByte(at: report.location(of: offset..<offset + 1)))
            return false
        }
        return true
    }

    private static func firstNUL(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            let offset = buffer.firstIndex(of: 0, from: 0)
            return offset < buffer.count ? offset : nil
        }
    }

    /// Where the first byte stands that belongs to no character.
    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var offset = buffer.firstNonASCII(from: 0)
            while offset < buffer.count {
                guard let length = characterLength(buffer, at: offset) else { return offset }
                offset += length
                // Most text is ASCII.
                if offset < buffer.count, buffer[offset] < 0x80 { offset = buffer.firstNonASCII(from: offset) }
            }
            return nil
        }
    }

    /// How many bytes the character at an offset has; `nil` where none begins there (RFC 3629, section 4).
    @inline(__always)
    private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        func isTail(_ index: Int, in range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            offset + index < bytes.count && range.contains(bytes[offset + index])
        }
        switch bytes[offset] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, in: 0xA0...0xBF) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, in: 0x80...0x9F) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, in: 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, in: 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func notUTF8(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.notUTF8, "the file is not UTF-8: this byte begins no character", at: location,
            help: "save the file in the encoding UTF-8")
    }

    fileprivate static func nulByte(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.nulByte, "there is a NUL byte here: this is not a text", at: location,
            help: "save the file as plain text in the encoding UTF-8")
    }
}
