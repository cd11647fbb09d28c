/// How long an activity or a reading takes: `20 min`, `1 h`, `1 h 30`, `1 h 30 min`.
enum BlockTime {
    /// Ten thousand minutes are a week of days and nights.
    static let limit = 10_000

    /// - Returns: minutes; `nil` for what is no time.
    static func minutes(_ text: some StringProtocol) -> Int? {
        var words = words(of: text)[...]
        guard let first = words.popFirst(), let number = Int(first), let unit = words.popFirst() else { return nil }
        switch (unit, words.count) {
        case ("min", 0): return checked(number)
        case ("h", 0): return number > limit ? nil : checked(number * 60)
        case ("h", 1), ("h", 2):
            guard number <= limit, let minutes = words.popFirst().flatMap({ Int($0) }), minutes < 60, words.isEmpty || words.first == "min"
            else { return nil }
            return checked(number * 60 + minutes)
        default: return nil
        }
    }

    private static func checked(_ minutes: Int) -> Int? { (1...limit).contains(minutes) ? minutes : nil }

    /// Numbers and units, with or without blanks between them: `1h30` is `1 h 30`.
    private static func words(of text: some StringProtocol) -> [String] {
        var words = [String]()
        var isInWord = false
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace else {
                isInWord = false
                continue
            }
            let isDigit = ("0"..."9").contains(scalar)
            if isInWord, let last = words.last?.unicodeScalars.last, ("0"..."9").contains(last) == isDigit {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else {
                words.append(String(scalar))
            }
            isInWord = true
        }
        return words
    }
}
