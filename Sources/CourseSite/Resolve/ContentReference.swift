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
        /// The path leads to a folder that is no locale's.
        case nowhere
        /// Decoded, the path is no text.
        case undecodable
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
    init(_ bytes: [UInt8], from base: [UInt8], locales: [[UInt8]], isEncoded: Bool = true) {
        let pathEnd = isEncoded ? bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.count : bytes.count
        let rest = bytes[pathEnd...]
        suffix = rest.isEmpty ? "" : String(decoding: rest, as: UTF8.self)
        fragment = rest.firstIndex(of: UInt8(ascii: "#")).flatMap { $0 + 1 < rest.endIndex ? percentDecoded(rest[($0 + 1)...]) : nil }
        // Escapes first: to a browser `%2e%2e` climbs like `..`.
        let path = bytes[..<pathEnd]
        if isEncoded, path.contains(UInt8(ascii: "%")) {
            place = percentDecoded(path).map { Self.place(Array($0.utf8)[...], from: base, locales: locales) } ?? .undecodable
        } else {
            place = Self.place(path, from: base, locales: locales)
        }
    }

    private static func place(_ path: ArraySlice<UInt8>, from base: [UInt8], locales: [[UInt8]]) -> Place {
        guard let first = path.first else { return .samePage }
        if first == UInt8(ascii: "/") { return .absolute }
        var target = base
        target.reserveCapacity(base.count + path.count)
        var start = path.startIndex
        while start < path.endIndex {
            let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            let part = path[start..<end]
            if part.elementsEqual("..".utf8) {
                guard target.popLast() != nil else { return .outside }
                while let last = target.last, last != UInt8(ascii: "/") { target.removeLast() }
            } else if !part.isEmpty, !part.elementsEqual(".".utf8) {
                target.append(contentsOf: part)
                if end < path.endIndex { target.append(UInt8(ascii: "/")) }
            }
            start = end + 1
        }
        let folderEnd = target.firstIndex(of: UInt8(ascii: "/")) ?? target.count
        guard let locale = locales.firstIndex(where: { $0.elementsEqual(target[..<folderEnd]) }) else {
            return target.isEmpty ? .outside : .nowhere
        }
        return .content(locale: locale, path: String(decoding: target[min(folderEnd + 1, target.count)...], as: UTF8.self))
    }
}
