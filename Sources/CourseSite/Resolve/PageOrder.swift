/// The order of pages: by `order`, else by the number at the start of the name, else by name. The source's order holds for all locales that do not set
/// their own.
struct PageOrder {
    private let documents: [Document]
    private let keys: [PageKey]
    private let translations: [EditionBuilder.Translations]
    /// For each page its place among all pages by name.
    private let namePlaces: [Int]

    init(documents: [Document], keys: [PageKey], translations: [EditionBuilder.Translations]) {
        self.documents = documents
        self.keys = keys
        self.translations = translations
        namePlaces = places(of: keys.indices.sorted { isNaturallyBefore(keys[$0].string, keys[$1].string) })
    }

    /// For each page its place among all pages of a locale.
    func ranks(in locale: Int) -> [Int] {
        let orders = keys.indices.map { order(of: $0, in: locale) }
        return places(of: keys.indices.sorted { (orders[$0], namePlaces[$0]) < (orders[$1], namePlaces[$1]) })
    }

    private func order(of page: Int, in locale: Int) -> Int {
        for case let text? in [translations[page][locale], translations[page][0]] {
            if let order = documents[text].frontMatter.order { return order }
        }
        let name = if case .moduleIndex(let folder) = keys[page].place { folder[...] } else { keys[page].stem }
        let digits = name.utf8.prefix(while: isASCIIDigit)
        return name.utf8.dropFirst(digits.count).first == UInt8(ascii: "-")
            ? Int(String(name[digits.startIndex..<digits.endIndex])) ?? .max : .max
    }
}

/// From what stands at each place to the place of each.
private func places(of sorted: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: sorted.count)
    for (place, index) in sorted.enumerated() { places[index] = place }
    return places
}
