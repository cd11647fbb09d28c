/// The formats of images that every browser shows.
enum ImageFormat: String, CaseIterable, Sendable {
    case avif = "AVIF"
    case gif = "GIF"
    case jpeg = "JPEG"
    case png = "PNG"
    case svg = "SVG"
    case webp = "WebP"

    /// The format that a file's name promises; `nil` where it promises none.
    init?(named name: some StringProtocol) {
        switch MediaType.ending(of: name) {
        case "avif": self = .avif
        case "gif": self = .gif
        case "jfif", "jpe", "jpeg", "jpg": self = .jpeg
        case "png": self = .png
        case "svg": self = .svg
        case "webp": self = .webp
        default: return nil
        }
    }

    /// The format by its first bytes. An SVG has none that are its own: it is told by its first element.
    init?(startOf bytes: ImageBytes) {
        if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
            self = .png
        } else if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
            self = .jpeg
        } else if bytes.has("GIF87a".utf8, at: 0) || bytes.has("GIF89a".utf8, at: 0) {
            self = .gif
        } else if bytes.has("RIFF".utf8, at: 0), bytes.has("WEBP".utf8, at: 8) {
            self = .webp
        } else if AVIFHeader.isAVIF(bytes) {
            self = .avif
        } else {
            return nil
        }
    }

    /// The ending that a file of this format has.
    var ending: String {
        switch self {
        case .jpeg: "jpg"
        default: rawValue.lowercased()
        }
    }
}
