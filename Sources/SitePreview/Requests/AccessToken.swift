/// What a device must know that asks for a preview which other machines can reach: a number of 128 bits, in the address at first, then in a cookie.
struct AccessToken: Sendable {
    /// 32 hexadecimal digits.
    let string: String

    /// A new one.
    init() {
        var generator = SystemRandomNumberGenerator()
        string = (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Takes the same time for any text of the same length: how long it takes must not tell how much of it is right.
    func isEqual(to text: some StringProtocol) -> Bool {
        let other = Array(text.utf8)
        guard other.count == string.utf8.count else { return false }
        return zip(string.utf8, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
