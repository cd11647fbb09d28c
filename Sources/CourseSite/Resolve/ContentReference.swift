/// A relative address in a text, taken apart: where in `content/` it leads, and what follows the path.
struct ContentReference: Sendable {
    enum Place: Hashable, Sendable {
        /// Nothing but a fragment, or nothing at all.
        case samePage
        /// The locale's index, and the path in its folder.
        case content(locale: Int, path: String)
        /// The path begins at the root of the host.
        case absolute
        /// The path climbs out of `content/`.
        case outside
        /// The path is no text, or leads to a folder that is no locale's.
        case nowhere
    }

    let place: Place
    /// Decoded, without `#`; nothing where it is empty.
    let fragment: String?
    /// Query and fragment as written.
    let suffix: String

    /// - Parameters:
    ///   - base: the folder of the page, from `content/` on, each part with a slash behind it: `fr/core/`.
    ///   - locales: codes, by the locale's index.
    ///   - isEncoded: whether `%XX`, `#` and `?` mean what they mean in an address.
    init(_ destination: String, from base: [UInt8], locales: [[UInt8]], isEncoded: Bool = true) {
        var destination = destination
        let parts = destination.withUTF8 { bytes -> (Place, fragment: [UInt8]?, suffix: [UInt8]) in
            let end = isEncoded ? bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.count : bytes.count
            let suffix = UnsafeBufferPointer(rebasing: bytes[end...])
            let fragment = suffix.firstIndex(of: UInt8(ascii: "#")).map { Array(suffix[($0 + 1)...]) }
            let place = Self.place(UnsafeBufferPointer(rebasing: bytes[..<end]), from: base, locales: locales, isEncoded: isEncoded)
            return (place, fragment, Array(suffix))
        }
        place = parts.0
        fragment = parts.fragment.flatMap { $0.isEmpty ? nil : percentDecoded($0[...]) }
        suffix = parts.suffix.isEmpty ? "" : String(decoding: parts.suffix, as: UTF8.self)
    }

    private static func place(_ path: UnsafeBufferPointer<UInt8>, from base: [UInt8], locales: [[UInt8]], isEncoded: Bool) -> Place {
        guard let first = path.first else { return .samePage }
        if first == UInt8(ascii: "/") { return .absolute }
        var target = base
        target.reserveCapacity(base.count + path.count)
        var start = 0
        while start < path.count {
            var end = start
            while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
            let part = path[start..<end]
            if part.elementsEqual("..".utf8) {
                guard target.popLast() != nil else { return .outside }
                while let last = target.last, last != UInt8(ascii: "/") { target.removeLast() }
            } else if !part.isEmpty, !part.elementsEqual(".".utf8) {
                target.append(contentsOf: part)
                if end < path.count { target.append(UInt8(ascii: "/")) }
            }
            start = end + 1
        }
        return content(target, locales: locales, isEncoded: isEncoded)
    }

    private static func content(_ target: [UInt8], locales: [[UInt8]], isEncoded: Bool) -> Place {
        let folderEnd = target.firstIndex(of: UInt8(ascii: "/")) ?? target.count
        guard let locale = locales.firstIndex(where: { $0.elementsEqual(target[..<folderEnd]) }) else { return target.isEmpty ? .outside : .nowhere }
        let path = target[min(folderEnd + 1, target.count)...]
        let decoded = isEncoded ? percentDecoded(path) : String(validating: path, as: UTF8.self)
        return decoded.map { .content(locale: locale, path: $0) } ?? .nowhere
    }
}
