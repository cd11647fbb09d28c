/// The order of pages: by `order`, else by the number at the start of the name, else by name. The source's order holds for all locales that do not set
/// their own.
struct PageOrder {
    let documents: [Document]
    let keys: [PageKey]
    let translations: [EditionBuilder.Translations]

    /// For each page its place among all pages.
    func ranks() -> [Int] {
        let orders = keys.indices.map(order)
        let sorted = keys.indices.sorted { a, b in
            orders[a] != orders[b] ? orders[a] < orders[b] : isNaturallyBefore(keys[a].string, keys[b].string)
        }
        var ranks = [Int](repeating: 0, count: keys.count)
        for (rank, page) in sorted.enumerated() { ranks[page] = rank }
        return ranks
    }

    private func order(_ page: Int) -> Int {
        for case let text? in translations[page] {
            if let order = documents[text].frontMatter.order { return order }
        }
        let name = if case .moduleIndex(let folder) = keys[page].place { folder[...] } else { keys[page].stem }
        let digits = name.utf8.prefix(while: isASCIIDigit)
        return name.utf8.dropFirst(digits.count).first == UInt8(ascii: "-") ? Int(String(name[digits.startIndex..<digits.endIndex])) ?? .max : .max
    }
}
