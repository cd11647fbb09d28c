/// An order that looks like chance and is the same in each build, on each machine.
enum Shuffle {
    /// - Returns: the numbers below `count`, never in their own order where there is another.
    static func order(of count: Int, seed: String) -> [Int] {
        var order = Array(0..<count)
        // FNV-1a, then SplitMix64: both are a few lines, and say the same everywhere.
        var state = seed.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        for last in stride(from: count - 1, to: 0, by: -1) {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            order.swapAt(last, Int((mixed ^ (mixed >> 31)) % UInt64(last + 1)))
        }
        // The right order would tell the answer.
        if count > 1, order == Array(0..<count) { order.append(order.removeFirst()) }
        return order
    }
}
