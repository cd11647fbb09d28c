/// A path for an address: everything but RFC 3986's unreserved characters and the slash becomes `%XX`.
public func percentEncoded(_ path: String) -> [UInt8] {
    var result = [UInt8]()
    result.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
            result.append(byte)
        default:
            result.append(UInt8(ascii: "%"))
            result.append((byte >> 4).hexDigit)
            result.append((byte & 15).hexDigit)
        }
    }
    return result
}
