/// How an image must be turned to stand upright, as cameras write it: the tag `0112` of the first directory of its EXIF.
struct EXIFOrientation {
    /// 1 to 8.
    let value: UInt16

    /// Whether width and height change places.
    var isTurned: Bool { value >= 5 }

    /// - Parameter segment: the content of an `APP1`.
    /// - Returns: `nil` where it is not EXIF, or says nothing that can be understood: then an image is shown as it lies.
    init?(_ segment: ImageBytes) {
        guard segment.has("Exif\0\0".utf8, at: 0), let value = try? Self.value(in: try segment.part(from: 6)),
            (1...8).contains(value)
        else { return nil }
        self.value = value
    }

    private static func value(in tiff: ImageBytes) throws(ImageDamage) -> UInt16? {
        let isLittle = tiff.has("II".utf8, at: 0)
        guard isLittle || tiff.has("MM".utf8, at: 0) else { return nil }
        func short(at offset: Int) throws(ImageDamage) -> UInt16 {
            isLittle ? try tiff.littleEndian(UInt16.self, at: offset) : try tiff.number(UInt16.self, at: offset)
        }
        let directory = Int(isLittle ? try tiff.littleEndian(UInt32.self, at: 4) : try tiff.number(UInt32.self, at: 4))
        for entry in 0..<Int(try short(at: directory)) {
            let offset = directory + 2 + entry * 12
            // A type of 3 is a number of 16 bits, which stands in the entry itself.
            if try short(at: offset) == 0x0112 { return try short(at: offset + 2) == 3 ? try short(at: offset + 8) : nil }
        }
        return nil
    }
}
