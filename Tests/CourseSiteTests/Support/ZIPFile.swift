import Testing

/// A ZIP file, read by its central directory: no more of the format than this project's archives may use.
struct ZIPFile {
    struct Entry {
        let name: String
        let bytes: [UInt8]
        /// As DOS writes it.
        let date: UInt16
        let time: UInt16
        let extraLength: Int
        /// Unix mode.
        let mode: UInt32
    }

    /// In the order of the directory.
    let entries: [Entry]

    private struct Malformed: Error {
        let what: String
    }

    init(_ bytes: [UInt8]) throws {
        func number(_ offset: Int, _ width: Int) throws -> Int {
            guard offset >= 0, offset + width <= bytes.count else { throw Malformed(what: "the file ends at \(offset)") }
            return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        let end = bytes.count - 22
        guard try number(end, 4) == 0x0605_4B50 else { throw Malformed(what: "no end of the central directory") }
        var entries = [Entry]()
        var offset = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            guard try number(offset, 4) == 0x0201_4B50 else { throw Malformed(what: "no directory entry at \(offset)") }
            let (method, size) = (try number(offset + 10, 2), try number(offset + 20, 4))
            let (nameLength, extraLength, commentLength) = (
                try number(offset + 28, 2), try number(offset + 30, 2), try number(offset + 32, 2)
            )
            let local = try number(offset + 42, 4)
            let start = try local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let data = bytes[start..<start + size]
            entries.append(
                Entry(
                    name: String(decoding: bytes[(offset + 46)...].prefix(nameLength), as: UTF8.self),
                    bytes: method == 0 ? Array(data) : try Inflation.inflate(data), date: UInt16(try number(offset + 14, 2)),
                    time: UInt16(try number(offset + 12, 2)), extraLength: extraLength + (try number(local + 28, 2)),
                    mode: UInt32(try number(offset + 38, 4) >> 16)))
            guard entries.last?.bytes.count == (try number(offset + 24, 4)) else { throw Malformed(what: "a wrong size") }
            offset += 46 + nameLength + extraLength + commentLength
        }
        self.entries = entries
    }

    var names: [String] { entries.map(\.name) }

    func text(of name: String) throws -> String {
        String(decoding: try #require(entries.first { $0.name == name }, "no “\(name)” among \(names)").bytes, as: UTF8.self)
    }
}

/// RFC 1951, the slow and short way.
private struct Inflation {
    struct Malformed: Error {}

    private let data: [UInt8]
    private var bit = 0
    private var output = [UInt8]()

    static func inflate(_ data: ArraySlice<UInt8>) throws -> [UInt8] {
        var inflation = Inflation(data: Array(data))
        while try inflation.block() {}
        return inflation.output
    }

    private init(data: [UInt8]) { self.data = data }

    private mutating func bits(_ count: Int) throws -> Int {
        var value = 0
        for position in 0..<count {
            guard bit >> 3 < data.count else { throw Malformed() }
            value |= Int(data[bit >> 3] >> UInt8(bit & 7) & 1) << position
            bit += 1
        }
        return value
    }

    /// - Returns: whether another block follows.
    private mutating func block() throws -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0:
            bit = (bit + 7) & ~7
            let length = try bits(16)
            bit += 16
            for _ in 0..<length { output.append(UInt8(try bits(8))) }
        case 1:
            let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
            try symbols(Code(lengths), Code(Array(repeating: 5, count: 30)))
        case 2:
            let (literals, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
            var codeLengths = Array(repeating: 0, count: 19)
            for index in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(count) {
                codeLengths[index] = try bits(3)
            }
            let code = Code(codeLengths)
            var lengths = [Int]()
            while lengths.count < literals + distances {
                switch try symbol(code) {
                case 16: lengths += Array(repeating: lengths.last ?? 0, count: try bits(2) + 3)
                case 17: lengths += Array(repeating: 0, count: try bits(3) + 3)
                case 18: lengths += Array(repeating: 0, count: try bits(7) + 11)
                case let length: lengths.append(length)
                }
            }
            try symbols(Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
        default: throw Malformed()
        }
        return !isLast
    }

    private mutating func symbols(_ literals: Code, _ distances: Code) throws {
        while true {
            let value = try symbol(literals)
            if value < 256 { output.append(UInt8(value)) }
            if value == 256 { return }
            guard value > 256 else { continue }
            let (length, lengthBits) = Self.base(value - 257, perStep: 4, first: 3, last: 28)
            let count = try length + bits(lengthBits)
            let (distance, distanceBits) = Self.base(try symbol(distances), perStep: 2, first: 1, last: nil)
            let back = try distance + bits(distanceBits)
            guard back <= output.count else { throw Malformed() }
            for _ in 0..<count { output.append(output[output.count - back]) }
        }
    }

    /// The base value and the number of extra bits of a length's or distance's symbol.
    private static func base(_ symbol: Int, perStep: Int, first: Int, last: Int?) -> (Int, Int) {
        if symbol == last { return (258, 0) }
        var (value, width) = (first, 0)
        for index in 0..<symbol {
            width = max(0, index / perStep - 1)
            value += 1 << width
        }
        return (value, max(0, symbol / perStep - 1))
    }

    private mutating func symbol(_ code: Code) throws -> Int {
        var (value, length) = (0, 0)
        while length < 15 {
            value = value << 1 | (try bits(1))
            length += 1
            if let symbol = code.symbols[length << 16 | value] { return symbol }
        }
        throw Malformed()
    }

    /// A canonical Huffman code.
    private struct Code {
        /// By length and code.
        var symbols: [Int: Int] = [:]

        init(_ lengths: [Int]) {
            var next = 0
            for length in 1...15 {
                for (symbol, own) in lengths.enumerated() where own == length {
                    symbols[length << 16 | next] = symbol
                    next += 1
                }
                next <<= 1
            }
        }
    }
}
