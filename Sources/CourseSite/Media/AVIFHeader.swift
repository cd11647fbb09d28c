/// The boxes of an AVIF that tell the size of its primary item (ISO/IEC 23008-12, AV1 Image File Format).
///
///     ftyp                 the brands
///     meta ─ pitm          which item is the image
///          └ iprp ─ ipco   properties of all items: ispe, a size; irot, a turn
///                 └ ipma   which item has which of them
enum AVIFHeader {
    static func isAVIF(_ bytes: ImageBytes) -> Bool {
        guard let first = try? ISOBox(in: bytes, at: 0), first.type == "ftyp" else { return false }
        // The major brand, its version, and those that the file is compatible with.
        return stride(from: 0, to: first.content.count, by: 4).contains { offset in
            offset != 4 && (first.content.has("avif".utf8, at: offset) || first.content.has("avis".utf8, at: offset))
        }
    }

    static func size(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        let meta = try fullContent(of: try ISOBox.first("meta", in: bytes))
        let primary = try primaryItem(try ISOBox.first("pitm", in: meta).content)
        let properties = try ISOBox.first("iprp", in: meta).content
        let all = try ISOBox.all(in: try ISOBox.first("ipco", in: properties).content)
        var size: ImageSize?
        var isTurned = false
        for index in try associations(of: primary, in: try ISOBox.first("ipma", in: properties).content) {
            // Properties are counted from 1; 0 is none.
            guard index > 0 else { continue }
            guard index <= all.count else { throw ImageDamage("its image has a property that is not there") }
            let property = all[index - 1]
            switch property.type {
            case "ispe":
                let width = try property.content.number(UInt32.self, at: 4)
                let height = try property.content.number(UInt32.self, at: 8)
                guard let given = ImageSize(width: Int(width), height: Int(height)) else { throw .noSize }
                size = size ?? given
            case "irot": isTurned = try property.content.byte(at: 0) & 1 == 1
            default: break
            }
        }
        guard let size else { throw ImageDamage("its image has no size (ispe)") }
        return isTurned ? size.turned : size
    }

    /// What follows the version and the flags.
    private static func fullContent(of box: ISOBox) throws(ImageDamage) -> ImageBytes {
        try box.content.part(from: 4)
    }

    private static func primaryItem(_ pitm: ImageBytes) throws(ImageDamage) -> UInt32 {
        try pitm.byte(at: 0) == 0 ? UInt32(try pitm.number(UInt16.self, at: 4)) : try pitm.number(UInt32.self, at: 4)
    }

    /// Which properties an item has.
    private static func associations(of item: UInt32, in ipma: ImageBytes) throws(ImageDamage) -> [Int] {
        let hasLongItems = try ipma.byte(at: 0) > 0
        let hasLongIndices = try ipma.byte(at: 3) & 1 == 1
        var offset = 8
        for _ in 0..<(try ipma.number(UInt32.self, at: 4)) {
            let id = hasLongItems ? try ipma.number(UInt32.self, at: offset) : UInt32(try ipma.number(UInt16.self, at: offset))
            offset += hasLongItems ? 4 : 2
            let count = Int(try ipma.byte(at: offset))
            offset += 1
            let width = hasLongIndices ? 2 : 1
            guard id == item else {
                offset += count * width
                continue
            }
            var indices = [Int]()
            for index in 0..<count {
                // The first bit says whether a reader must understand the property.
                let place = offset + index * width
                indices.append(
                    hasLongIndices ? Int(try ipma.number(UInt16.self, at: place) & 0x7FFF) : Int(try ipma.byte(at: place) & 0x7F))
            }
            return indices
        }
        return []
    }
}
