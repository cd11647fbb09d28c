import Templates

extension PageRenderer {
    /// The home page: its text section by section, the modules, the downloads.
    func addHome(_ page: Page, _ edition: Edition, _ filler: ProseFiller, to record: inout Record) {
        let fields = theme.pageFields
        record[fields.sections] = sections(filler)
        record[fields.body] = .bytes(opening(filler))
        record[fields.entries] = moduleEntries(page, edition)
        record[fields.keyPoints] = edition.keyPoints.flatMap(edition.page).flatMap { link(to: $0, from: page, edition) }
        record[fields.downloads] = offersOfCourse(page, edition)
        record[fields.moduleCount] = fields.counts.record(edition.modules.count, in: edition.locale)
        record[fields.sessionCount] = fields.counts.record(edition.modules.reduce(0) { $0 + $1.sessions.count }, in: edition.locale)
        record[fields.duration] = fields.durations.record(minutes: edition.modules.reduce(0) { $0 + edition.minutes(of: $1) })
        if let first = edition.modules.first, let target = edition.page(first.page) {
            record[fields.start] = link(to: target, from: page, edition)
        }
    }

    /// What stands before the first section.
    private func opening(_ filler: ProseFiller) -> [UInt8] {
        let prose = filler.text.document.prose
        let end = prose.headings.first { $0.level <= 2 }?.html.lowerBound ?? prose.html.count
        var output = [UInt8]()
        filler.fill(0..<end, into: &output)
        return output
    }

    /// Each heading of the second level begins a section, each of the third a column in it.
    private func sections(_ filler: ProseFiller) -> [Record] {
        let prose = filler.text.document.prose
        let fields = theme.pageFields.sectionFields
        let starts = prose.headings.indices.filter { prose.headings[$0].level <= 2 }
        return starts.enumerated().map { position, index in
            let end = position + 1 < starts.count ? starts[position + 1] : prose.headings.count
            let sectionEnd = end < prose.headings.count ? prose.headings[end].html.lowerBound : prose.html.count
            let columns = (index + 1..<end).filter { prose.headings[$0].level == 3 }
            let introEnd = columns.first.map { prose.headings[$0].html.lowerBound } ?? sectionEnd
            var intro = [UInt8]()
            filler.fill(prose.headings[index].html.upperBound..<introEnd, into: &intro)
            let hasIntro = intro.contains { $0 > UInt8(ascii: " ") }

            var record = Record(fields.schema)
            record[fields.id] = Text(filler.text.anchors.ofHeadings[index])
            record[fields.title] = Text(prose.headings[index].text)
            record[fields.intro] = .bytes(hasIntro ? intro : [])
            record[fields.isSplit] = !hasIntro && !columns.isEmpty
            record[fields.hasAside] = hasIntro && !columns.isEmpty
            record[fields.columns] = columns.enumerated().map { columnPosition, heading in
                let columnEnd =
                    columnPosition + 1 < columns.count ? prose.headings[columns[columnPosition + 1]].html.lowerBound : sectionEnd
                var body = [UInt8]()
                filler.fill(prose.headings[heading].html.upperBound..<columnEnd, into: &body)
                var column = Record(fields.column.schema)
                column[fields.column.id] = Text(filler.text.anchors.ofHeadings[heading])
                column[fields.column.title] = Text(prose.headings[heading].text)
                column[fields.column.body] = .bytes(body)
                return column
            }
            return record
        }
    }
}
