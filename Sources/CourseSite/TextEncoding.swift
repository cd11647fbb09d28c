import Diagnostics

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
        if let offset = bytes.firstIndex(of: 0) {
            report.add(.nulByte(at: report.location(of: offset..<offset + 1)))
            return false
        }
        return true
    }

    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded): offset += encoded.count
            case .error: return offset
            case .emptyInput: return nil
            }
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
