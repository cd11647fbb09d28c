import HTMLBytes

/// HTML that is put together of markup, which stays as it is, and of texts, which are escaped: `"<h1>\(title)</h1>"`.
struct HTMLText: ExpressibleByStringInterpolation {
    private(set) var bytes: [UInt8]

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes = [UInt8]()

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ markup: String) { bytes += Array(markup.utf8) }

        mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }

        mutating func appendInterpolation(_ number: Int) { bytes += Array(String(number).utf8) }

        mutating func appendInterpolation(_ html: HTMLText) { bytes += html.bytes }

        mutating func appendInterpolation(_ parts: [HTMLText]) { bytes += parts.flatMap { $0.bytes + [UInt8(ascii: "\n")] } }
    }

    init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

    init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }
}
