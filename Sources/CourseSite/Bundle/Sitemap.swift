import HTMLBytes
import Templates

/// What search engines read: `sitemap.xml` with the translations of each page, and `robots.txt`. Fallback pages are in neither.
struct Sitemap: Sendable {
    /// The most addresses that one file may have, by the protocol.
    static let addressesPerFile = 50_000

    private let course: Course
    private let url: String
    /// The same, escaped. Percent-encoded paths hold nothing that XML would mind; `url` was checked to have no quotes.
    private let address: [UInt8]
    /// What stands before the address of a translation, by the locale's index.
    private let alternates: [[UInt8]]
    private let alternateByDefault: [UInt8]

    /// - Parameter url: absolute, ends in a slash.
    init(course: Course, url: String) {
        self.course = course
        self.url = url
        var address = [UInt8]()
        address.appendEscaped(url)
        self.address = address
        alternates = course.editions.map { Self.alternate($0.locale.code) }
        alternateByDefault = Self.alternate("x-default")
    }

    func outputs(_ workers: Workers) throws(EnvironmentError) -> [Site.Output] {
        let pages = course.editions.flatMap { edition in edition.pages.compactMap { $0.flatMap { $0.isFallback ? nil : $0 } } }
        let entries = try workers.map(pages.count, chunk: 256, state: {}) { _, index throws(EnvironmentError) in entry(pages[index]) }
        var outputs = [
            Site.Output(
                path: OutputPath("robots.txt"), content: .bytes(Array("User-agent: *\nAllow: /\n\nSitemap: \(url)sitemap.xml\n".utf8)))
        ]
        let files = stride(from: 0, to: entries.count, by: Self.addressesPerFile).map {
            entries[$0..<min(entries.count, $0 + Self.addressesPerFile)]
        }
        if files.count == 1 {
            outputs.append(Site.Output(path: OutputPath("sitemap.xml"), content: .bytes(addresses(files[0]))))
            return outputs
        }
        var index = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
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
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
                .utf8)
        xml.reserveCapacity(entries.reduce(xml.count + 16) { $0 + $1.count })
        for entry in entries { xml += entry }
        return xml + Array("</urlset>\n".utf8)
    }

    private func entry(_ page: Page) -> [UInt8] {
        var xml = [UInt8]()
        xml.reserveCapacity(640)
        xml.append(contentsOf: "<url><loc>".utf8)
        append(page, to: &xml)
        xml.append(contentsOf: "</loc>".utf8)
        if let date = course.texts[page.text].document.frontMatter.updated {
            xml.append(contentsOf: "<lastmod>\(date.iso8601)</lastmod>".utf8)
        }
        var first: Page?
        var count = 0
        for other in course.editions {
            guard let translation = other.page(page.number), !translation.isFallback else { continue }
            if first == nil { first = translation }
            count += 1
        }
        if let first, count > 1 {
            for other in course.editions {
                guard let translation = other.page(page.number), !translation.isFallback else { continue }
                append(alternates[other.index], translation, to: &xml)
            }
            append(alternateByDefault, first, to: &xml)
        }
        xml.append(contentsOf: "</url>\n".utf8)
        return xml
    }

    private func append(_ start: [UInt8], _ page: Page, to xml: inout [UInt8]) {
        xml.append(contentsOf: start)
        append(page, to: &xml)
        xml.append(contentsOf: "\"/>".utf8)
    }

    private func append(_ page: Page, to xml: inout [UInt8]) {
        xml.append(contentsOf: address)
        xml.append(contentsOf: page.permalink.bytes)
    }

    private static func alternate(_ hreflang: String) -> [UInt8] {
        Array("<xhtml:link rel=\"alternate\" hreflang=\"\(hreflang)\" href=\"".utf8)
    }
}
