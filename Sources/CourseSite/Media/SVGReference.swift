import CommonMark

/// Where an attribute or a style of an SVG points to. An image stands for itself: whoever looks at it asks nothing of anybody else, and in
/// an `<img>` browsers would load nothing for it anyway.
enum SVGReference {
    /// Whether it stays in the file: `#part`, or a picture that is written out.
    static func isInside(_ target: some Collection<UInt8>) -> Bool {
        let target = trimmed(target)
        return target.first == UInt8(ascii: "#") || isData(target, of: ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"])
    }

    /// What a style may have besides: fonts that are written out.
    static func isInsideStyle(_ target: some Collection<UInt8>) -> Bool {
        isInside(target)
            || isData(
                trimmed(target),
                of: [
                    "font/woff2", "font/woff", "font/ttf", "font/otf", "application/font-woff2", "application/font-woff",
                    "application/x-font-woff",
                    "application/x-font-ttf", "application/x-font-otf", "application/font-sfnt",
                ])
    }

    static func runsCode(_ target: some Collection<UInt8>) -> Bool {
        isUnsafe(destination: target) && !isData(trimmed(target), of: [""])
    }

    /// - Parameter types: media types; an empty one stands for every type.
    private static func isData(_ target: [UInt8], of types: [String]) -> Bool {
        let start = target.prefix(60).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return types.contains { type in
            let prefix = "data:\(type)".utf8
            guard start.starts(with: prefix) else { return false }
            guard !type.isEmpty, let next = start.dropFirst(prefix.count).first else { return type.isEmpty }
            return next == UInt8(ascii: ";") || next == UInt8(ascii: ",")
        }
    }

    /// Only blanks: what else a browser overlooks in an address makes it, here, one that points outside.
    private static func trimmed(_ target: some Collection<UInt8>) -> [UInt8] {
        Array(target.drop { $0 == 0x20 || (0x09...0x0D).contains($0) })
    }
}
