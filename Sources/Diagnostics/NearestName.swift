/// The candidate that a mistyped name most likely meant: the fewest insertions, deletions, replacements and swaps of neighbours away,
/// and at most a third of the name's length, or one where that is less than all of it, so that a suggestion is never a wild guess.
///
/// Takes |name| × |candidate| steps a candidate; meant for names, not texts.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard (2...200).contains(wanted.count) else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let letters = Array(candidate.lowercased().unicodeScalars)
        guard abs(letters.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, letters)
        guard distance <= limit else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

/// Damerau-Levenshtein distance, each pair of neighbours swapped at most once.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for i in 1...max(a.count, 1) where i <= a.count {
        var row = [i]
        for j in 0..<b.count {
            let replacement = last[j] + (a[i - 1] == b[j] ? 0 : 1)
            var cost = min(replacement, last[j + 1] + 1, row[j] + 1)
            if i > 1, j > 0, a[i - 1] == b[j - 1], a[i - 2] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
