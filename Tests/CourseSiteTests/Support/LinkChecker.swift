import Foundation

/// Follows every relative address of a set of pages, as a browser does from a folder on disk.
struct LinkChecker {
    private let ids: [String: Set<String>]
    private let pages: [String: HTMLPage]

    /// - Parameter files: by path.
    init(_ files: [String: [UInt8]]) {
        pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { HTMLPage(String(decoding: $0, as: UTF8.self)) }
        ids = Dictionary(uniqueKeysWithValues: files.keys.map { ($0, []) }).merging(pages.mapValues { Set($0.ids) }) { $1 }
    }

    /// Addresses that lead nowhere, each with the page that it stands on; of other sites only whether they are named is not asked.
    var broken: [String] {
        pages.keys.sorted().flatMap { path in
            (pages[path]?.addresses ?? []).filter { !leadsSomewhere($0, from: path) }.map { "\(path): \($0)" }
        }
    }

    private func leadsSomewhere(_ address: String, from path: String) -> Bool {
        if address.contains("://") || address.hasPrefix("//") || address.hasPrefix("mailto:") { return true }
        // 404.html alone is met at any depth.
        guard !address.hasPrefix("/") else { return path == "404.html" }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let file = parts[0].prefix(while: { $0 != "?" }).removingPercentEncoding, let target = Self.resolve(file, from: path),
            let ids = ids[target]
        else { return false }
        guard parts.count > 1, !parts[1].isEmpty, target.hasSuffix(".html") else { return true }
        return parts[1].removingPercentEncoding.map(ids.contains) ?? false
    }

    private static func resolve(_ file: String, from path: String) -> String? {
        if file.isEmpty { return path }
        var parts = path.split(separator: "/").dropLast()
        for part in file.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
