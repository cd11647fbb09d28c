/// The lengths in an SVG's first element, in CSS pixels.
enum SVGLength {
    /// - Returns: `nil` where a length depends on the page (a percentage), is no length, or none at all.
    static func pixels(_ text: String) -> Double? {
        let text = trimmed(text)
        let number = text.prefix(numberLength(text))
        guard let value = Double(String(decoding: number, as: UTF8.self)),
            let unit = units[String(decoding: text.dropFirst(number.count), as: UTF8.self).lowercased()]
        else { return nil }
        return sensible(value * unit)
    }

    /// Width and height of a `viewBox`: four numbers with blanks or commas between them.
    static func viewBox(_ text: String) -> (width: Double, height: Double)? {
        let parts = text.utf8.split { isSpace($0) || $0 == UInt8(ascii: ",") }
        guard parts.count == 4, parts.allSatisfy({ numberLength($0) == $0.count }),
            let width = Double(String(decoding: parts[2], as: UTF8.self)).flatMap(sensible),
            let height = Double(String(decoding: parts[3], as: UTF8.self)).flatMap(sensible)
        else { return nil }
        return (width, height)
    }

    /// The size that a browser gives the image where the page says nothing of it.
    static func size(width: String?, height: String?, viewBox: String?) -> ImageSize? {
        let box = viewBox.flatMap(self.viewBox)
        let (width, height) = (width.flatMap(pixels), height.flatMap(pixels))
        switch (width, height, box) {
        case (let width?, let height?, _): return whole(width, height)
        case (let width?, nil, let box?): return whole(width, width / box.width * box.height)
        case (nil, let height?, let box?): return whole(height / box.height * box.width, height)
        case (nil, nil, let box?): return whole(box.width, box.height)
        default: return nil
        }
    }

    /// Fonts are taken to have the size that browsers begin with.
    private static let units = [
        "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "em": 16, "rem": 16,
        "ex": 8,
        "ch": 8,
    ]

    private static func whole(_ width: Double, _ height: Double) -> ImageSize? {
        guard let width = sensible(width), let height = sensible(height) else { return nil }
        return ImageSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
    }

    private static func sensible(_ value: Double) -> Double? {
        value.isFinite && value > 0 && value <= 1_000_000 ? value : nil
    }

    private static func trimmed(_ text: String) -> Substring.UTF8View.SubSequence {
        var rest = Substring(text).utf8.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// How many bytes at the beginning are a number. An `e` belongs to it only with digits behind it: `2em` is a number and a unit.
    private static func numberLength(_ text: some BidirectionalCollection<UInt8>) -> Int {
        let bytes = Array(text.prefix(64))
        var end = 0
        func isDigit(_ index: Int) -> Bool { index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) }
        func isSign(_ index: Int) -> Bool {
            index < bytes.count && (bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"))
        }
        if isSign(end) { end += 1 }
        while isDigit(end) { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
            end += 1
            while isDigit(end) { end += 1 }
        }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            let digits = isSign(end + 1) ? end + 2 : end + 1
            if isDigit(digits) {
                end = digits
                while isDigit(end) { end += 1 }
            }
        }
        return end
    }
}
