import Templates

/// What search engines read: `sitemap.xml` with the translations of each page, and `robots.txt`. Fallback pages are in neither.
struct Sitemap {
    /// The most addresses that one file may have, by the protocol.
    static let addressesPerFile = 50_000

    let course: Course
    /// Absolute, ends in a slash.
    let url: String

    func outputs() -> [Site.Output] {
        let entries = course.editions.flatMap { edition in edition.pages.compactMap { $0.flatMap { $0.isFallback ? nil : entry($0, edition) } } }
        var outputs = [Site.Output(path: OutputPath("robots.txt"), content: .bytes(Array("User-agent: *\nAllow: /\n\nSitemap: \(url)sitemap.xml\n".utf8)))]
        let files = stride(from: 0, to: entries.count, by: Self.addressesPerFile).map { entries[$0..<min(entries.count, $0 + Self.addressesPerFile)] }
        if files.count == 1 {
            outputs.append(Site.Output(path: OutputPath("sitemap.xml"), content: .bytes(addresses(files[0]))))
            return outputs
        }
        var index = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
        for (number, file) in files.enumerated() {
            let name = "sitemap-\(number + 1).xml"
            outputs.append(Site.Output(path: OutputPath(name), content: .bytes(addresses(file))))
            index += Array("<sitemap><loc>\(url)\(name)</loc></sitemap>\n".utf8)
        }
        index += Array("</sitemapindex>\n".utf8)
        outputs.append(Site.Output(path: OutputPath("sitemap.xml"), content: .bytes(index)))
        return outputs
    }

    private func addresses(_ entries: ArraySlice<[UInt8]>) -> [UInt8] {
        var xml = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n".utf8)
        xml.reserveCapacity(entries.reduce(xml.count + 16) { $0 + $1.count })
        for entry in entries { xml += entry }
        return xml + Array("</urlset>\n".utf8)
    }

    private func entry(_ page: Page, _ edition: Edition) -> [UInt8] {
        var xml = Array("<url><loc>".utf8)
        append(page, to: &xml)
        xml += Array("</loc>".utf8)
        if let date = course.texts[page.text].document.frontMatter.updated { xml += Array("<lastmod>\(date.iso8601)</lastmod>".utf8) }
        let translations = course.editions.compactMap { other in other.page(page.number).flatMap { $0.isFallback ? nil : (other, $0) } }
        if translations.count > 1 {
            for (other, translation) in translations { append(hreflang: other.locale.code, translation, to: &xml) }
            append(hreflang: "x-default", translations[0].1, to: &xml)
        }
        xml += Array("</url>\n".utf8)
        return xml
    }

    private func append(hreflang: String, _ page: Page, to xml: inout [UInt8]) {
        xml += Array("<xhtml:link rel=\"alternate\" hreflang=\"\(hreflang)\" href=\"".utf8)
        append(page, to: &xml)
        xml += Array("\"/>".utf8)
    }

    /// Percent-encoded, an address holds nothing but `&` and quotes in `url` that XML would mind; `url` was checked to have no quotes.
    private func append(_ page: Page, to xml: inout [UInt8]) {
        xml.appendEscaped(url)
        xml.append(contentsOf: page.permalink.bytes)
    }
}
