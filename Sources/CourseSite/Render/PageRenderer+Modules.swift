import Templates

extension PageRenderer {
    /// The module of a module's page or of a session.
    /// - Parameter current: the position of the session that the page is.
    func addModule(_ index: Int, _ page: Page, _ edition: Edition, current: Int?, to record: inout Record) {
        let module = edition.modules[index]
        guard let modulePage = edition.page(module.page), let address = links.address(of: modulePage, from: page, in: edition) else {
            return
        }
        let fields = theme.pageFields.moduleFields
        let frame = frames[edition.index]
        var moduleRecord = frame.modules[index]
        moduleRecord[fields.href] = Text(address)
        moduleRecord[fields.stops] = frame.stops(module.sessions.count, current: current)
        record[theme.pageFields.module] = moduleRecord
    }

    func addSession(_ position: Int, of module: Module, _ page: Page, to record: inout Record) {
        let fields = theme.pageFields.sessionFields
        var session = Record(fields.schema)
        session[fields.number] = Text(String(position + 1))
        session[fields.total] = Text(String(module.sessions.count))
        session[fields.duration] = theme.pageFields.durations.record(minutes: page.duration)
        record[theme.pageFields.session] = session
    }

    /// The sessions of a module, for its page.
    func sessionEntries(of module: Module, _ page: Page, _ edition: Edition) -> [Record] {
        module.sessions.enumerated().compactMap { position, number in
            guard let session = edition.page(number), var entry = entry(session, position, title: course.title(of: session), page, edition)
            else { return nil }
            entry[theme.pageFields.entryFields.duration] = theme.pageFields.durations.record(minutes: session.duration)
            return entry
        }
    }

    /// The modules, for the home page.
    func moduleEntries(_ page: Page, _ edition: Edition) -> [Record] {
        let fields = theme.pageFields.entryFields
        return edition.modules.enumerated().compactMap { position, module in
            guard let modulePage = edition.page(module.page),
                var entry = entry(modulePage, position, title: course.title(of: modulePage), page, edition)
            else { return nil }
            entry[fields.isOptional] = modulePage.isOptional
            entry[fields.sessionCount] = theme.pageFields.counts.record(module.sessions.count, in: edition.locale)
            entry[fields.stops] = frames[edition.index].stops(module.sessions.count, current: nil)
            entry[fields.duration] = theme.pageFields.durations.record(minutes: edition.minutes(of: module))
            entry[fields.downloads] = offers(ofModule: position, page, edition)
            return entry
        }
    }

    private func entry(_ target: Page, _ position: Int, title: String, _ page: Page, _ edition: Edition) -> Record? {
        guard let address = links.address(of: target, from: page, in: edition) else { return nil }
        let fields = theme.pageFields.entryFields
        var entry = Record(fields.schema)
        entry[fields.number] = Text(String(position + 1))
        entry[fields.title] = Text(title)
        entry[fields.href] = Text(address)
        entry[fields.lang] = Text(course.foreignLanguage(of: target, in: edition) ?? "")
        entry[fields.summary] = Text(course.texts[target.text].document.frontMatter.summary ?? "")
        entry[fields.isFirst] = position == 0
        return entry
    }

    /// What a module offers for download: what its author supplies, then what is generated.
    func offers(ofModule index: Int, _ page: Page, _ edition: Edition) -> [Record] {
        guard !publication.isOffline, let module = edition.page(edition.modules[index].page) else { return [] }
        let supplied = course.texts[module.text].downloads.compactMap { download in
            course.files[download.file].map { DownloadOffer(path: $0.path, size: download.size, title: download.title) }
        }
        return records(supplied + generated(.module(index, edition: edition.index)), from: page)
    }

    /// What the home page offers.
    func offersOfCourse(_ page: Page, _ edition: Edition) -> [Record] {
        records(generated(.course(edition: edition.index)), from: page)
    }

    private func generated(_ publication: Publication) -> [DownloadOffer] {
        archiveSizes[publication].map { [DownloadOffer(path: OfflineCopies.path(of: publication, in: course), size: $0, title: nil)] } ?? []
    }

    private func records(_ files: [DownloadOffer], from page: Page) -> [Record] {
        let fields = theme.pageFields.downloadFields
        return files.map { file in
            var record = Record(fields.schema)
            record[fields.href] = Text(page.permalink.relative(to: Permalink(file.path)))
            record[fields.format] = Text(file.format)
            record[fields.type] = Text(MediaType.of(file.path))
            record[fields.title] = Text(file.title ?? "")
            record[fields.size] = theme.pageFields.sizes.record(bytes: file.size)
            record[fields.isZIP] = file.title == nil && file.path.string.hasSuffix(".zip")
            return record
        }
    }
}

extension Edition {
    /// How long the page and the sessions of a module take together.
    func minutes(of module: Module) -> Int {
        ([module.page] + module.sessions).reduce(0) { $0 + (page($1)?.duration ?? 0) }
    }
}
