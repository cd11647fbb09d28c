/// Compares names the way people count: `2-data` before `10-work`.
func isNaturallyBefore(_ a: String, _ b: String) -> Bool {
    var left = a.utf8[...]
    var right = b.utf8[...]
    while let x = left.first, let y = right.first {
        if isASCIIDigit(x), isASCIIDigit(y) {
            let m = leadingNumber(&left)
            let n = leadingNumber(&right)
            if m.count != n.count { return m.count < n.count }
            if !m.elementsEqual(n) { return m.lexicographicallyPrecedes(n) }
        } else if x != y {
            return x < y
        } else {
            left.removeFirst()
            right.removeFirst()
        }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return a < b
}

/// The digits at the start, without zeros before them.
private func leadingNumber(_ bytes: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = bytes.prefix(while: isASCIIDigit)
    bytes = bytes.dropFirst(digits.count)
    return digits.drop { $0 == UInt8(ascii: "0") }
}
