import Testing

@testable import CourseSite

struct ImageMeasurerTests {
    private typealias Build = ImageBuilding

    private func size(_ bytes: [UInt8], _ name: String = "image") -> [Int]? {
        if case .size(let size, _) = ImageMeasurer.measure(bytes, name: name) { [size.width, size.height] } else { nil }
    }

    private func damage(_ bytes: [UInt8], _ name: String = "image") -> String? {
        if case .damaged(_, let damage) = ImageMeasurer.measure(bytes, name: name) { damage.message } else { nil }
    }

    @Test func thereAreSamplesOfEachFormat() {
        #expect(Set(ImageSample.all.compactMap(\.format)) == Set(ImageFormat.allCases).subtracting([.svg]))
    }

    @Test(arguments: ImageSample.all)
    func realFilesAreMeasured(_ sample: ImageSample) throws {
        let (size, format) = (try #require(sample.size), try #require(sample.format))
        #expect(ImageMeasurer.measure(sample.bytes, name: sample.name) == .size(size, format))
    }

    /// However short the file is cut, there is its size or the reason why there is none.
    @Test(arguments: ImageSample.all)
    func aCutFileIsMeasuredOrDamaged(_ sample: ImageSample) throws {
        let (size, format) = (try #require(sample.size), try #require(sample.format))
        for length in 0..<sample.bytes.count {
            switch ImageMeasurer.measure(Array(sample.bytes.prefix(length)), name: sample.name) {
            case .size(let found, _): #expect(found == size || sample.name == "turned.jpg")
            case .damaged(let found, let damage):
                #expect(found == format)
                #expect(!damage.message.isEmpty)
            case .misnamed(_, let content, _): #expect(content == nil && length < 40)
            case .unsized, .unknown: Issue.record("of \(length) bytes")
            }
        }
    }

    @Test func headersOfEachFormat() {
        #expect(size(Build.png(70_000, 3)) == [70_000, 3])
        #expect(size(Build.gif(258, 65_535)) == [258, 65_535])
        #expect(size(Build.webp("VP8X", [0, 0, 0, 0] + [0xFF, 0xFF, 0x03] + [0x01, 0x00, 0x00])) == [262_144, 2])
        #expect(size(Build.webp("VP8L", [0x2F] + Build.little32(16_383 | 1 << 14))) == [16_384, 2])
        #expect(
            size(Build.webp("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + Build.little16(0x4000 | 300) + Build.little16(0xC000 | 7))) == [
                300, 7,
            ])
    }

    /// All kinds of frames, and none of the tables whose markers lie between them.
    @Test func framesOfJPEG() {
        for marker in UInt8(0xC0)...0xCF {
            let isFrame = ![0xC4, 0xC8, 0xCC].contains(marker)
            #expect(size(Build.jpeg(Build.frame(marker, 640, 480))) == (isFrame ? [640, 480] : nil), "marker \(marker)")
        }
        #expect(
            size(Build.jpeg(Build.segment(0xC4, [1, 2, 3]), [0xFF, 0xFF, 0xFF], Build.frame(0xC2, 9, 8).dropFirst().map { $0 })) == [9, 8])
        #expect(size(Build.jpeg(Build.segment(0xE0, []), [0, 7, 0xFF, 0], Build.frame(0xC0, 9, 8))) == [9, 8], "bytes between segments")
        #expect(damage(Build.jpeg(Build.frame(0xC0, 9, 0))) == "the image has a side without length")
        #expect(damage(Build.jpeg(Build.segment(0xDA, [0]), Build.frame(0xC0, 9, 8))) == "it has no frame (SOF) that gives its size")
        #expect(damage(Build.jpeg([0xFF, 0xE0, 0, 1])) == "one of its segments is shorter than its own length")
    }

    @Test func orientationOfJPEG() {
        for orientation in 0...9 {
            for isLittle in [true, false] {
                let exif = Build.exif(orientation: orientation, isLittle: isLittle)
                let expected = (5...8).contains(orientation) ? [3, 4] : [4, 3]
                #expect(size(Build.jpeg(exif, Build.frame(0xC0, 4, 3))) == expected, "orientation \(orientation)")
                #expect(size(Build.jpeg(Build.frame(0xC0, 4, 3), exif)) == expected, "behind the frame")
            }
        }
        #expect(size(Build.jpeg(Build.exif(orientation: 6, type: 4), Build.frame(0xC0, 4, 3))) == [4, 3], "a number of another type")
        let other = Build.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8))
        #expect(size(Build.jpeg(other, Build.exif(orientation: 8), Build.frame(0xC0, 4, 3))) == [3, 4], "behind XMP")
        for length in 0..<Build.exif(orientation: 6).count - 6 {
            let cut = Array(Build.exif(orientation: 6)[4..<4 + length])
            #expect(size(Build.jpeg(Build.segment(0xE1, cut), Build.frame(0xC0, 4, 3))) != nil, "EXIF of \(length) bytes")
        }
    }

    @Test func propertiesOfAVIF() {
        #expect(size(Build.avif(640, 480)) == [640, 480])
        for turn in UInt8(0)...3 { #expect(size(Build.avif(640, 480, turn: turn)) == (turn % 2 == 0 ? [640, 480] : [480, 640])) }
        #expect(size(Build.avif(640, 480, turn: 1, version: 1)) == [480, 640])
        #expect(size(Build.avif(640, 480, turn: 3, hasLongIndices: true)) == [480, 640])
        #expect(damage(Build.box("ftyp", Array("avif".utf8), Build.big32(0)) + Build.box("mdat", [1])) == "it lacks the box “meta”")
        #expect(ImageMeasurer.measure(Build.box("ftyp", Array("heic".utf8), Build.big32(0)), name: "a.heic") == .unknown)
    }

    @Test func lengthsOfBoxes() {
        let start = Build.box("ftyp", Array("avis".utf8), Build.big32(0))
        let rest = Array(Build.avif(2, 1).dropFirst(24))
        #expect(size(start + rest) == [2, 1])
        #expect(
            size(start + Build.big32(1) + Array("free".utf8) + Build.big32(0) + Build.big32(17) + [0] + rest) == [2, 1], "a long length")
        #expect(size(start + Build.big32(0) + Array(rest.dropFirst(4))) == [2, 1], "to the end of the file")
        for length in [2, 7] {
            #expect(damage(start + Build.big32(length) + Array("free".utf8)) == "one of its boxes gives an impossible length")
        }
        for high in [0, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            let box = Build.big32(1) + Array("free".utf8) + Build.big32(high) + Build.big32(15)
            #expect(damage(start + box) != nil, "a length of \(high) << 32")
        }
    }

    @Test func damagedFiles() {
        #expect(damage([], "a.png") == "the file is empty")
        #expect(damage(Array(Build.png(1, 1).prefix(20))) == "the file ends before it says how large the image is")
        #expect(damage(Build.png(0, 1)) == "the image has a side without length")
        #expect(damage(Build.png(1, 1 << 31)) == "its header gives a side of more pixels than a PNG may have")
        #expect(damage(Build.webp("ANIM", [])) == "its first chunk is of no kind that holds a WebP image")
        #expect(damage(Array("<svg".utf8), "a.svg") == "the file ends in the middle of the drawing")
    }

    /// The content decides.
    @Test func namesAndContents() {
        func measured(_ bytes: [UInt8], _ name: String) -> ImageMeasurement { ImageMeasurer.measure(bytes, name: name) }
        let (png, size) = (Build.png(2, 1), ImageSize(width: 2, height: 1))
        let svg = Array(#"<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>"#.utf8)
        #expect(measured(png, "dir.jpg/A.PNG") == size.map { .size($0, .png) })
        #expect(measured(png, "a.jpeg") == .misnamed(as: .jpeg, is: .png, size))
        #expect(measured(png, "a.svg") == .misnamed(as: .svg, is: .png, size))
        #expect(measured(svg, "a.webp") == .misnamed(as: .webp, is: .svg, size))
        #expect(measured(svg, "a") == size.map { .size($0, .svg) })
        #expect(measured(Array("<!DOCTYPE html><html></html>".utf8), "a.png") == .misnamed(as: .png, is: nil, nil))
        #expect(measured(Array("<html/>".utf8), "a.html") == .unknown)
        #expect(measured(Array("text".utf8), "a.txt") == .unknown)
        #expect(measured([], "a.txt") == .unknown)
        #expect(measured(png, "a.jpg").problem?.message == "the name says that this image is JPEG, but it is PNG")
        #expect(measured(Array(png.prefix(9)), "a.png").problem?.rule == .damagedImage)
        #expect(measured(png, "a.png").problem == nil)
    }
}
