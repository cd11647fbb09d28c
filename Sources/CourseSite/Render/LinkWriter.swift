/// Says where a link leads from a page of a publication.
struct LinkWriter: Sendable {
    let course: Course
    let publication: Publication

    enum Address {
        /// For an `href`, not yet escaped.
        case href([UInt8])
        /// In another edition.
        case foreign([UInt8], hreflang: String)
        /// Nowhere here: what it leads to is not part of the publication, and the site has no address.
        case none
    }

    func address(of target: LinkTarget, from page: Page, in edition: Edition) -> Address {
        switch target {
        case .external(let address): return .href(Array(address.utf8))
        case .fragment(let fragment): return .href([UInt8(ascii: "#")] + percentEncoded(fragment))
        case .file(let file, let suffix):
            guard let entry = course.files[file] else { return .none }
            return .href(page.permalink.relative(to: entry.permalink) + Array(suffix.utf8))
        case .page(let number, let fragment):
            if let target = edition.page(number) {
                return address(of: target, fragment: fragment, from: page, to: edition).map { .href($0) } ?? .none
            }
            return foreign(number, course.editions[0], fragment, from: page)
        case .edition(let number, let locale, let fragment):
            guard course.editions.indices.contains(locale) else { return .none }
            return foreign(number, course.editions[locale], fragment, from: page)
        case .broken: return .none
        }
    }

    /// Where a page of the same edition is; `nil` where there is no way to it.
    func address(of target: Page, from page: Page, in edition: Edition) -> [UInt8]? {
        address(of: target, fragment: nil, from: page, to: edition)
    }

    private func foreign(_ number: PageNumber, _ edition: Edition, _ fragment: String?, from page: Page) -> Address {
        guard let target = edition.page(number), let address = address(of: target, fragment: fragment, from: page, to: edition) else { return .none }
        return .foreign(address, hreflang: edition.locale.code)
    }

    private func address(of target: Page, fragment: String?, from page: Page, to edition: Edition) -> [UInt8]? {
        var address: [UInt8]
        if publication.contains(target, edition: edition.index) {
            address = page.permalink.relative(to: target.permalink)
        } else if let url = course.configuration.url {
            address = Array(url.utf8) + target.permalink.bytes
        } else {
            return nil
        }
        // The text of a fallback page was checked against its own edition; a translation may have other headings.
        if let fragment, !page.isFallback || course.texts[target.text].anchors.anchor(writtenAs: fragment) != nil {
            address.append(UInt8(ascii: "#"))
            address += percentEncoded(fragment)
        }
        return address
    }
}
