/// Bytes of images' headers, for cases that no encoder writes.
enum ImageBuilding {
    static func big16(_ value: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)] }
    static func big32(_ value: Int) -> [UInt8] { big16(value >> 16) + big16(value) }
    static func little16(_ value: Int) -> [UInt8] { big16(value).reversed() }
    static func little32(_ value: Int) -> [UInt8] { big32(value).reversed() }

    static func png(_ width: Int, _ height: Int) -> [UInt8] {
        [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + big32(13) + Array("IHDR".utf8) + big32(width) + big32(height) + [8, 2, 0, 0, 0]
    }

    static func gif(_ width: Int, _ height: Int) -> [UInt8] {
        Array("GIF89a".utf8) + little16(width) + little16(height) + [0, 0, 0]
    }

    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big16(content.count + 2) + content
    }

    static func frame(_ marker: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
        segment(marker, [8] + big16(height) + big16(width) + [1, 1, 0x11, 0])
    }

    static func jpeg(_ segments: [UInt8]...) -> [UInt8] {
        [0xFF, 0xD8] + segments.flatMap { $0 }
    }

    /// An EXIF whose second entry says how the camera was held.
    static func exif(orientation: Int, isLittle: Bool = true, type: Int = 3) -> [UInt8] {
        let short = isLittle ? little16 : big16
        let long = isLittle ? little32 : big32
        let entries =
            short(0x010F) + short(2) + long(1) + [65, 0, 0, 0] + short(0x0112) + short(type) + long(1) + short(orientation) + [0, 0]
        return segment(
            0xE1, Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8) + short(42) + long(8) + short(2) + entries + long(0))
    }

    static func webp(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little32(content.count + 12) + Array("WEBP\(chunk)".utf8) + little32(content.count) + content
    }

    static func box(_ type: String, _ content: [UInt8]...) -> [UInt8] {
        let content = content.flatMap { $0 }
        return big32(content.count + 8) + Array(type.utf8) + content
    }

    /// The item 2 is the image; the item 1, a part of it, has another size.
    static func avif(_ width: Int, _ height: Int, turn: UInt8? = nil, version: UInt8 = 0, hasLongIndices: Bool = false) -> [UInt8] {
        func id(_ value: Int) -> [UInt8] { version == 0 ? big16(value) : big32(value) }
        func index(_ value: UInt8) -> [UInt8] { hasLongIndices ? [0x80, value] : [0x80 | value] }
        let ipco = box(
            "ipco", box("ispe", [0, 0, 0, 0], big32(64), big32(64)), box("pixi", [0, 0, 0, 0, 1, 8]),
            box("ispe", [0, 0, 0, 0], big32(width), big32(height)), turn.map { box("irot", [$0]) } ?? box("free"))
        let first = id(1) + [1] + index(1)
        let second = id(2) + [3] + index(2) + index(3) + index(4)
        let ipma = box("ipma", [version == 0 ? 0 : 1, 0, 0, hasLongIndices ? 1 : 0], big32(2), first, second)
        let pitm = box("pitm", [version, 0, 0, 0], id(2))
        return box("ftyp", Array("avif".utf8), big32(0), Array("mif1avif".utf8))
            + box("meta", [0, 0, 0, 0], box("hdlr", [0, 0, 0, 0]), pitm, box("iprp", ipco, ipma))
    }
}
