import HTMLBytes

/// The address of a page or file within the site, percent-encoded, relative to the site's root: `fr/core/d%C3%A9fis.html`.
///
/// Links are always written relative to the page they stand on and always name the file, so that the same bytes work at a domain's root, in a
/// subfolder and from `file://`.
struct Permalink: Hashable, Sendable {
    let bytes: [UInt8]
    /// Where the last component begins: the length of the folder's part, its slash included.
    private let folderEnd: Int

    init(_ path: OutputPath) {
        bytes = percentEncoded(path.string)
        folderEnd = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    }

    /// Appends the way from the folder of this page to `target`: `../module-1/index.html`.
    func appendRelative(to target: Permalink, into output: inout [UInt8]) {
        var shared = 0  // the length of the folders that both begin with
        var index = 0
        while index < folderEnd, index < target.folderEnd, bytes[index] == target.bytes[index] {
            index += 1
            if bytes[index - 1] == UInt8(ascii: "/") { shared = index }
        }
        appendClimb(from: shared, into: &output)
        output.append(contentsOf: target.bytes[shared...])
    }

    /// The way from the folder of this page to the site's root: `../../`, or nothing.
    var rootPrefix: [UInt8] {
        var output = [UInt8]()
        appendClimb(from: 0, into: &output)
        return output
    }

    func relative(to target: Permalink) -> [UInt8] {
        var output = [UInt8]()
        output.reserveCapacity(target.bytes.count + 12)
        appendRelative(to: target, into: &output)
        return output
    }

    private func appendClimb(from start: Int, into output: inout [UInt8]) {
        for index in start..<max(start, folderEnd) where bytes[index] == UInt8(ascii: "/") {
            output.append(UInt8(ascii: "."))
            output.append(UInt8(ascii: "."))
            output.append(UInt8(ascii: "/"))
        }
    }
}

/// The text behind a part of an address: every well-formed `%XX` becomes its byte. `nil` where the result is not UTF-8 or holds a NUL.
func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(validating: bytes, as: UTF8.self) }
    var result = [UInt8]()
    var rest = bytes
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2, let high = hexValue(rest[rest.startIndex]),
            let low = hexValue(rest[rest.startIndex + 1])
        {
            result.append(high << 4 | low)
            rest = rest.dropFirst(2)
        } else {
            result.append(byte)
        }
    }
    return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
