import Templates

extension PageRenderer {
    /// The glossary's page: what stands before and between the terms, then these in the order of their language.
    func addGlossary(_ page: Page, _ edition: Edition, _ filler: ProseFiller, to record: inout Record) {
        let fields = theme.pageFields
        let document = filler.text.document
        let entries = course.glossary?.entries(ofText: page.text) ?? []
        record[fields.body] = .bytes(textBesideTerms(filler))
        if let notes = document.prose.notes {
            var html = [UInt8]()
            filler.fill(notes..<document.prose.html.count, into: &html)
            record[fields.notes] = .bytes(html)
        }
        record[fields.terms] = entries.map { entry in
            let term = document.terms[entry.term]
            let termFields = fields.glossaryFields.term
            var html = [UInt8]()
            filler.fill(term.html, into: &html)
            var termRecord = Record(termFields.schema)
            termRecord[termFields.id] = Text(entry.anchor)
            termRecord[termFields.title] = Text(document.prose.headings[term.heading].text)
            termRecord[termFields.letter] = Text(entry.letter ?? "")
            termRecord[termFields.body] = .bytes(html)
            termRecord[termFields.translations] = translations(of: entry.anchor, page, edition)
            termRecord[termFields.uses] = uses(of: entry.anchor, page, edition)
            return termRecord
        }
        record[fields.letters] = entries.compactMap { entry in
            guard let letter = entry.letter else { return nil }
            let letterFields = fields.glossaryFields.letter
            var letterRecord = Record(letterFields.schema)
            letterRecord[letterFields.letter] = Text(letter)
            letterRecord[letterFields.id] = Text(entry.anchor)
            return letterRecord
        }
    }

    /// All that belongs to no term, in the author's order.
    private func textBesideTerms(_ filler: ProseFiller) -> [UInt8] {
        let prose = filler.text.document.prose
        var html = [UInt8]()
        var position = 0
        for term in filler.text.document.terms {
            filler.fill(position..<term.html.lowerBound, into: &html)
            position = term.html.upperBound
        }
        filler.fill(position..<(prose.notes ?? prose.html.count), into: &html)
        return html
    }

    /// The term in the other locales that have it in their own glossary.
    private func translations(of anchor: String, _ page: Page, _ edition: Edition) -> [Record] {
        let fields = theme.pageFields.glossaryFields.term.translation
        return course.editions.compactMap { other in
            guard let same = other.page(page.number), !same.isFallback, same.text != page.text else { return nil }
            let text = course.texts[same.text]
            guard let entry = course.glossary?.entries(ofText: same.text).first(where: { $0.anchor == anchor }) else { return nil }
            var record = Record(fields.schema)
            record[fields.lang] = Text(other.locale.code)
            record[fields.language] = Text(other.locale.name)
            record[fields.term] = Text(text.document.prose.headings[text.document.terms[entry.term].heading].text)
            let target = LinkTarget.edition(page.number, locale: other.index, fragment: anchor)
            if case .foreign(let address, _) = links.address(of: target, from: page, in: edition) {
                record[fields.href] = Text(address)
            }
            return record
        }
    }

    /// The pages that link to the term; those to which there is no way from here are left out.
    private func uses(of anchor: String, _ page: Page, _ edition: Edition) -> [Record] {
        let fields = theme.pageFields.glossaryFields.term.use
        var records = (course.glossary?.uses(of: anchor, inEdition: edition.index) ?? []).compactMap { number -> Record? in
            guard let target = edition.page(number), let link = link(to: target, from: page, edition) else { return nil }
            let linkFields = theme.pageFields.links
            var record = Record(fields.schema)
            record[fields.href] = link[linkFields.href]
            record[fields.title] = link[linkFields.title]
            record[fields.lang] = link[linkFields.lang]
            if case .session(let index, let position) = target.place, let module = edition.page(edition.modules[index].page) {
                record[fields.module] = Text(course.label(of: module))
                record[fields.moduleLang] = Text(course.foreignLanguage(of: module, in: edition) ?? "")
                record[fields.number] = Text(String(position + 1))
            }
            return record
        }
        if var last = records.popLast() {
            last[fields.isLast] = true
            records.append(last)
        }
        return records
    }
}
