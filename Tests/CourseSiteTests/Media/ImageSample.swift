import Foundation
import Testing

@testable import CourseSite

/// The tiny files in `Samples/`, as real encoders wrote them: all show 5 × 3 pixels, some of them lying on their side.
struct ImageSample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    var testDescription: String { name }
    var format: ImageFormat? { ImageFormat(named: name) }
    var size: ImageSize? { name.hasPrefix("turned") ? ImageSize(width: 3, height: 5) : ImageSize(width: 5, height: 3) }

    static let all: [ImageSample] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { ImageSample(name: name, bytes: Array($0)) }
        }
    }()
}
