/// Which encodings of an SVG are read: UTF-8, and those that agree with it on the bytes of the file.
enum SVGEncoding {
    /// - Parameter name: what the XML declaration says.
    static func isRead(_ name: String, in bytes: UnsafeRawBufferPointer) -> Bool {
        let name = name.lowercased()
        if ["utf-8", "us-ascii", "ascii"].contains(name) { return true }
        // ISO 8859 and the code pages of Windows have all of ASCII where it is; what they have beyond, an editor would show wrongly.
        return name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125") ? bytes.allSatisfy { $0 < 0x80 } : false
    }
}
