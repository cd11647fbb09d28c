/// The candidate that a mistyped name most likely meant, see `NameList`.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    NameList(candidates).nearest(to: name)
}

/// Names of which one may have been meant by another; made once where many are looked for.
public struct NameList: Sendable {
    private let candidates: [(name: String, letters: [Unicode.Scalar])]

    /// In any order; of names that stand there twice, both count.
    public init(_ names: some Sequence<String>) {
        candidates = names.map { ($0, Array($0.lowercased().unicodeScalars)) }
    }

    /// How many there are.
    public var count: Int { candidates.count }

    /// The name that a mistyped one most likely meant: the fewest insertions, deletions, replacements and swaps of neighbours away,
    /// and at most a third of the name's length, or one where that is less than all of it, so that a suggestion is never a wild guess.
    ///
    /// Takes |name|² / 2 steps a candidate at most; meant for names, not texts.
    public func nearest(to name: String) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard (2...200).contains(wanted.count) else { return nil }
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for (candidate, letters) in candidates where abs(letters.count - wanted.count) <= (best?.distance ?? limit) && candidate != name {
            guard let distance = editDistance(wanted[...], letters[...], limit: best?.distance ?? limit) else { continue }
            if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }
}

/// Damerau-Levenshtein distance, each pair of neighbours swapped at most once; nothing where it is above the limit.
private func editDistance(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>, limit: Int) -> Int? {
    let (a, b) = withoutCommonEnds(a, b)
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        // What lies further from the diagonal is above the limit.
        let near = max(0, i - limit)..<min(b.count, i + limit + 1)
        for j in 0..<b.count {
            guard near.contains(j) else {
                row.append(limit + 1)
                continue
            }
            let replacement = last[j] + (a[i] == b[j] ? 0 : 1)
            var cost = min(replacement, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        if row.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 >= limit }) { return nil }
        beforeLast = last
        last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
}

/// What two names begin and end with makes no difference, and of files' paths it is most.
private func withoutCommonEnds(
    _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
) -> ([Unicode.Scalar], [Unicode.Scalar]) {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (a, b) = (a.dropFirst(start), b.dropFirst(start))
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return (Array(a.dropLast(end)), Array(b.dropLast(end)))
}
