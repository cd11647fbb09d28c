/// Reads an image's size from its file. The content decides what the file is, not the name.
///
/// Of all formats but SVG only the headers are read: that the pixels behind them are sound is not looked at.
enum ImageMeasurer {
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: of the file; a path will do.
    static func measure(_ bytes: [UInt8], name: some StringProtocol) -> ImageMeasurement {
        bytes.withUnsafeBytes { measure($0, name: name) }
    }

    static func measure(_ bytes: UnsafeRawBufferPointer, name: some StringProtocol) -> ImageMeasurement {
        let image = ImageBytes(bytes)
        let named = ImageFormat(named: name)
        guard let format = ImageFormat(startOf: image) else { return measureText(bytes, named: named) }
        do throws(ImageDamage) {
            let size = try size(of: image, format)
            return named ?? format == format ? .size(size, format) : .misnamed(as: named ?? format, is: format, size)
        } catch {
            return named ?? format == format ? .damaged(format, error) : .misnamed(as: named ?? format, is: format, nil)
        }
    }

    private static func size(of image: ImageBytes, _ format: ImageFormat) throws(ImageDamage) -> ImageSize {
        switch format {
        case .avif: try AVIFHeader.size(of: image)
        case .gif: try GIFHeader.size(of: image)
        case .jpeg: try JPEGHeader.size(of: image)
        case .png: try PNGHeader.size(of: image)
        case .webp: try WebPHeader.size(of: image)
        case .svg: throw .noSize
        }
    }

    /// A file that has none of the signatures: an SVG, or nothing that is known.
    private static func measureText(_ bytes: UnsafeRawBufferPointer, named: ImageFormat?) -> ImageMeasurement {
        if bytes.isEmpty { return named.map { .damaged($0, .empty) } ?? .unknown }
        let inspection = SVGInspector.inspect(bytes)
        guard inspection.isSVG || named == .svg else { return named.map { .misnamed(as: $0, is: nil, nil) } ?? .unknown }
        if let named, named != .svg { return .misnamed(as: named, is: .svg, inspection.size) }
        if let problem = inspection.problems.first(where: { $0.rule == .invalidSVG }) {
            return .damaged(.svg, ImageDamage(problem.message))
        }
        return inspection.size.map { .size($0, .svg) } ?? .unsized
    }
}

extension ImageDamage {
    fileprivate static let empty = ImageDamage("the file is empty")
}
