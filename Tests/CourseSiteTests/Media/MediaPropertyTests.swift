import Testing

@testable import CourseSite

/// Whatever the bytes of a file are, it is measured or refused, and in time.
struct MediaPropertyTests {
    private static let texts = [
        ##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e2 50mm"><style>@namespace a url(b);a{b:url('#c')}</style><use href="#a" fill="url(#b)"/></svg>"##,
        #"<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg [<!ENTITY a "b">]><svg onload="a"><script>é&a;</script></svg>"#,
        "WEBVTT\r\n\r\nNOTE a\n\n1\n00:01.000 --> 01:00:02.000 line:0\nété\n",
    ]

    private static let seeds: [(name: String, bytes: [UInt8])] =
        ImageSample.all.map { ($0.name, $0.bytes) } + [("built.avif", ImageBuilding.avif(3, 5, turn: 1, version: 1, hasLongIndices: true))]
        + texts.map { ("a.svg", Array($0.utf8)) }

    @Test func damagedFilesAreBorne() {
        var random = SeededGenerator(seed: 20)
        for _ in 0..<20_000 {
            guard let (name, original) = Self.seeds.randomElement(using: &random) else { continue }
            var bytes = original
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
            for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                // Extreme numbers reach further than random ones.
                let extremes: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "(")]
                bytes[place] =
                    Bool.random(using: &random)
                    ? bytes[place] ^ (1 << UInt8.random(in: 0..<8, using: &random)) : extremes.randomElement(using: &random) ?? 0
            }
            #expect(FuzzTarget.media.complaint(about: bytes) == nil, "\(name): \(bytes)")
        }
    }
}
