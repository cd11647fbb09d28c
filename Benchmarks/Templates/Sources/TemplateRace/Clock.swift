import Glibc

/// How often the work can be done in a second, tried for half a one. What it returns is summed up, so that it cannot be left out.
func pagesPerSecond(_ work: () -> Int) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    var pages = 0
    var bytes = 0
    repeat {
        for _ in 1...20 { bytes += work() }
        pages += 20
    } while clock.now - start < .milliseconds(500)
    guard bytes > 0 else { return 0 }
    return Double(pages) / ((clock.now - start) / .seconds(1))
}

/// Median and extremes, as in the tables of `bench.py`.
func spread(_ values: [Double], places: Int = 0) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "–" }
    return "\(rounded(sorted[sorted.count / 2], places)) [\(rounded(least, places))–\(rounded(most, places))]"
}

private func rounded(_ value: Double, _ places: Int) -> String {
    let tenths = (value * 10).rounded() / 10
    return places == 0 ? "\(Int(value.rounded()))" : "\(tenths)"
}
