/// What a file's bytes say about it as an image.
enum ImageMeasurement: Hashable, Sendable {
    case size(ImageSize, ImageFormat)
    /// A sound SVG that leaves its size to the page.
    case unsized
    /// Neither its content nor its name is that of an image that browsers show.
    case unknown
    case damaged(ImageFormat, ImageDamage)
    /// The name says another format than the content is of; with the content's size where it can be read.
    case misnamed(as: ImageFormat, is: ImageFormat?, ImageSize?)

    /// What there is to say to the author, of a whole file; an SVG's inspection says more.
    var problem: MediaProblem? {
        switch self {
        case .size, .unsized, .unknown: nil
        case .damaged(let format, let damage): .damaged(format, damage)
        case .misnamed(let name, let content?, _): .misnamed(as: name, is: content)
        case .misnamed(let name, nil, _): .noImage(namedAs: name)
        }
    }
}

extension MediaProblem {
    fileprivate static func damaged(_ format: ImageFormat, _ damage: ImageDamage) -> MediaProblem {
        MediaProblem(
            rule: .damagedImage, message: "this \(format.rawValue) image cannot be read: \(damage.message)",
            help: "take the file from its source again, or save it again from a program that can open it")
    }

    fileprivate static func misnamed(as name: ImageFormat, is content: ImageFormat) -> MediaProblem {
        MediaProblem(
            rule: .misnamedImage, message: "the name says that this image is \(name.rawValue), but it is \(content.rawValue)",
            help: "rename it, so that it ends in “.\(content.ending)”, or save it as \(name.rawValue)")
    }

    fileprivate static func noImage(namedAs name: ImageFormat) -> MediaProblem {
        MediaProblem(
            rule: .misnamedImage, message: "the name says that this is a \(name.rawValue) image, but it is no image that browsers show",
            help: "save it as \(name.rawValue) from a program that can open it")
    }
}
