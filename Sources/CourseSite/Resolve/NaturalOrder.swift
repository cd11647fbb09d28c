/// Compares names the way people count: `2-data` before `10-work`.
func isNaturallyBefore(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    var left = Array(a.utf8)[...]
    var right = Array(b.utf8)[...]
    while let x = left.first, let y = right.first {
        if isASCIIDigit(x), isASCIIDigit(y) {
            let m = leadingNumber(&left)
            let n = leadingNumber(&right)
            if m.count != n.count { return m.count < n.count }
            if m != n { return m.lexicographicallyPrecedes(n) }
        } else if x != y {
            return x < y
        } else {
            left.removeFirst()
            right.removeFirst()
        }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return String(a) < String(b)
}

/// The digits at the start, without zeros before them.
private func leadingNumber(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = bytes.prefix(while: isASCIIDigit)
    bytes = bytes.dropFirst(digits.count)
    return digits.drop { $0 == UInt8(ascii: "0") }
}
