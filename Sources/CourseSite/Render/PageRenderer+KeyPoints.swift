import Templates

extension PageRenderer {
    /// What to keep of the sessions of a module; of all modules, where `module` is `nil`. Of a course of many modules there are links to the modules' pages instead.
    func addKeyPoints(of module: Int?, _ page: Page, _ edition: Edition, to record: inout Record) {
        let fields = theme.pageFields
        let pointFields = fields.keyPointsFields
        var writer = KeyPointsWriter(self, page: page, edition: edition)
        var headings = [(id: String, title: String, lang: String?)]()
        var sessionCount = 0
        var modules = [Record]()
        for index in module.map({ [$0] }) ?? Array(edition.modules.indices) {
            guard let target = edition.modules[index].keyPoints.flatMap(edition.page), let label = edition.page(edition.modules[index].page)
            else { continue }
            var entry = Record(pointFields.schema)
            let id = "l-module-\(index + 1)"
            let lang = course.foreignLanguage(of: label, in: edition)
            entry[pointFields.id] = Text(id)
            entry[pointFields.label] = Text(course.label(of: label))
            entry[pointFields.lang] = Text(lang ?? "")
            if let address = links.address(of: target, from: page, in: edition) { entry[pointFields.href] = Text(address) }
            if module == nil { headings.append((id, course.label(of: label), lang)) }
            if module != nil || OutlineScope(of: edition) != .neighbours {
                var sessions = [Record]()
                for (position, number) in edition.modules[index].sessions.enumerated() {
                    guard let session = edition.page(number) else { continue }
                    let blocks = writer.blocks(of: session)
                    guard !blocks.isEmpty else { continue }
                    sessionCount += 1
                    let id = "l-session-\(sessionCount)"
                    if module != nil { headings.append((id, course.title(of: session), course.foreignLanguage(of: session, in: edition))) }
                    sessions.append(self.record(of: session, position, id: id, blocks, page, edition))
                }
                entry[pointFields.sessions] = sessions
            }
            modules.append(entry)
        }
        record[fields.keyPointsOfModules] = modules
        record[fields.notes] = .bytes(writer.notesOfAll())
        record[fields.isHighlighted] = writer.hasHighlightedCode
        guard headings.count >= 2 else { return }
        record[fields.contents] = headings.map { fields.contentsFields.record(id: Text($0.id), title: $0.title, lang: $0.lang) }
    }

    private func record(
        of session: Page, _ position: Int, id: String, _ blocks: [(title: [UInt8], content: [UInt8])], _ page: Page, _ edition: Edition
    ) -> Record {
        let fields = theme.pageFields.keyPointsFields.session
        var record = Record(fields.schema)
        record[fields.id] = Text(id)
        record[fields.number] = Text(String(position + 1))
        record[fields.title] = Text(course.title(of: session))
        if let address = links.address(of: session, from: page, in: edition) { record[fields.href] = Text(address) }
        record[fields.lang] = Text(course.foreignLanguage(of: session, in: edition) ?? "")
        let direction = course.locale(of: session).direction
        if direction != edition.locale.direction { record[fields.dir] = Text(direction.rawValue) }
        record[fields.blocks] = blocks.map { title, content in
            var block = Record(fields.block.schema)
            block[fields.block.title] = .bytes(title)
            block[fields.block.body] = .bytes(content)
            return block
        }
        return record
    }
}
