/// A box of the ISO base media file format: a length, a type of four letters, a content (ISO/IEC 14496-12, 4.2).
struct ISOBox {
    let type: String
    let content: ImageBytes
    /// Where the next box begins.
    private let end: Int

    init(in bytes: ImageBytes, at offset: Int) throws(ImageDamage) {
        let length = try bytes.number(UInt32.self, at: offset)
        // ASCII in every file that is sound; what else stands there equals no type.
        var letters = [UInt8]()
        for index in 4..<8 { letters.append(try bytes.byte(at: offset + index)) }
        type = String(decoding: letters, as: UTF8.self)
        switch length {
        case 0: (content, end) = (try bytes.part(from: offset + 8), bytes.count)
        case 1:
            guard let long = Int(exactly: try bytes.number(UInt64.self, at: offset + 8)), long >= 16 else { throw Self.wrongLength }
            content = try bytes.part(from: offset + 16, length: long - 16)
            end = offset + long
        case 2..<8: throw Self.wrongLength
        default:
            content = try bytes.part(from: offset + 8, length: Int(length) - 8)
            end = offset + Int(length)
        }
    }

    static func first(_ type: String, in bytes: ImageBytes) throws(ImageDamage) -> ISOBox {
        var offset = 0
        while offset < bytes.count {
            let box = try ISOBox(in: bytes, at: offset)
            if box.type == type { return box }
            offset = box.end
        }
        throw ImageDamage("it lacks the box “\(type)”")
    }

    static func all(in bytes: ImageBytes) throws(ImageDamage) -> [ISOBox] {
        var boxes = [ISOBox]()
        var offset = 0
        while offset < bytes.count {
            let box = try ISOBox(in: bytes, at: offset)
            boxes.append(box)
            offset = box.end
        }
        return boxes
    }

    private static let wrongLength = ImageDamage("one of its boxes gives an impossible length")
}
