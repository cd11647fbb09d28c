/// The segments of a JPEG before its pixels: the frame (SOF), and the EXIF that says how the camera was held.
enum JPEGHeader {
    static func size(of bytes: ImageBytes) throws(ImageDamage) -> ImageSize {
        var segments = Segments(bytes: bytes)
        var size: ImageSize?
        var isTurned: Bool?
        while let segment = size == nil ? try segments.next() : try? segments.next() {
            switch segment.marker {
            // All kinds of frames; the three left out are tables (DHT, DAC) and a reserved one.
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                if size == nil { size = try self.size(inFrame: segment.content) }
            case 0xE1: isTurned = isTurned ?? EXIFOrientation(segment.content)?.isTurned
            case 0xDA: segments.end()
            default: break
            }
        }
        guard let size else { throw ImageDamage("it has no frame (SOF) that gives its size") }
        return isTurned ?? false ? size.turned : size
    }

    private static func size(inFrame frame: ImageBytes) throws(ImageDamage) -> ImageSize {
        let height = try frame.number(UInt16.self, at: 1)
        let width = try frame.number(UInt16.self, at: 3)
        // A height of 0 means that it stands behind the pixels (DNL), which no browser reads.
        guard let size = ImageSize(width: Int(width), height: Int(height)) else { throw .noSize }
        return size
    }

    private struct Segments {
        let bytes: ImageBytes
        private var offset = 2

        init(bytes: ImageBytes) {
            self.bytes = bytes
        }

        mutating func end() {
            offset = bytes.count
        }

        /// - Returns: `nil` where the pixels have come, or the image has ended.
        mutating func next() throws(ImageDamage) -> (marker: UInt8, content: ImageBytes)? {
            while offset < bytes.count {
                // Between segments decoders overlook whatever is no marker.
                guard let start = bytes.firstIndex(of: 0xFF, from: offset) else { break }
                let marker = try bytes.byte(at: start + 1)
                offset = start + (marker == 0xFF ? 1 : 2)
                switch marker {
                case 0x00, 0x01, 0xD0...0xD8, 0xFF: continue
                case 0xD9: return nil
                default:
                    let length = Int(try bytes.number(UInt16.self, at: offset))
                    guard length >= 2 else { throw ImageDamage("one of its segments is shorter than its own length") }
                    let content = try bytes.part(from: offset + 2, length: length - 2)
                    offset += length
                    return (marker, content)
                }
            }
            // After the pixels' marker the end is no surprise; before, it is.
            return nil
        }
    }
}
