import HTMLBytes

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

    /// Where an address leads that was appended.
    enum Destination {
        case here
        /// Into another edition.
        case foreign(hreflang: String)
        /// Nowhere here; nothing was appended.
        case nowhere
    }

    func address(of target: LinkTarget, from page: Page, in edition: Edition) -> Address {
        var address = [UInt8]()
        return switch append(target, from: page, in: edition, into: &address) {
        case .here: .href(address)
        case .foreign(let hreflang): .foreign(address, hreflang: hreflang)
        case .nowhere: .none
        }
    }

    /// Appends the address of a target, not yet escaped, to what may have been used before: a text has many links.
    func append(_ target: LinkTarget, from page: Page, in edition: Edition, into output: inout [UInt8]) -> Destination {
        switch target {
        case .external(let address): output.append(contentsOf: address.utf8)
        case .fragment(let fragment):
            output.append(UInt8(ascii: "#"))
            output.append(contentsOf: percentEncoded(fragment))
        case .file(let file, let suffix):
            guard let entry = course.files[file] else { return .nowhere }
            page.permalink.appendRelative(to: entry.permalink, into: &output)
            output.append(contentsOf: suffix.utf8)
        case .page(let number, let fragment):
            guard let target = edition.page(number) else {
                return append(number, of: course.editions[0], fragment, from: page, into: &output)
            }
            return append(target, fragment: fragment, from: page, to: edition, into: &output) ? .here : .nowhere
        case .edition(let number, let locale, let fragment):
            guard course.editions.indices.contains(locale) else { return .nowhere }
            return append(number, of: course.editions[locale], fragment, from: page, into: &output)
        case .broken: return .nowhere
        }
        return .here
    }

    /// Where a page of the same edition is; `nil` where there is no way to it.
    func address(of target: Page, from page: Page, in edition: Edition) -> [UInt8]? {
        var address = [UInt8]()
        return append(target, fragment: nil, from: page, to: edition, into: &address) ? address : nil
    }

    /// A page of another edition.
    private func append(_ number: PageNumber, of edition: Edition, _ fragment: String?, from page: Page, into output: inout [UInt8])
        -> Destination
    {
        guard let target = edition.page(number), append(target, fragment: fragment, from: page, to: edition, into: &output) else {
            return .nowhere
        }
        return .foreign(hreflang: edition.locale.code)
    }

    /// - Returns: whether there is a way to the page.
    private func append(_ target: Page, fragment: String?, from page: Page, to edition: Edition, into output: inout [UInt8]) -> Bool {
        if publication.contains(target, edition: edition.index) {
            page.permalink.appendRelative(to: target.permalink, into: &output)
        } else if let url = course.configuration.url {
            output.append(contentsOf: url.utf8)
            output.append(contentsOf: target.permalink.bytes)
        } else {
            return false
        }
        // The text of a fallback page was checked against its own edition; a translation may have other headings.
        if let fragment, !page.isFallback || course.texts[target.text].anchors.anchor(writtenAs: fragment) != nil {
            output.append(UInt8(ascii: "#"))
            output.append(contentsOf: percentEncoded(fragment))
        }
        return true
    }
}
