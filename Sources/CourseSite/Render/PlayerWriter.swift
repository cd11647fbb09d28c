import HTMLBytes
import Templates

/// Writes the recordings and videos of a text by the theme's layout, with the captions that lie beside them.
struct PlayerWriter {
    let links: LinkWriter
    let text: PageText
    let layout: Template
    let fields: PlayerFields

    /// - Parameter index: of the player in the prose.
    func write(_ index: Int, from page: Page, in edition: Edition, into output: inout [UInt8]) {
        let player = text.document.prose.players[index]
        let target = text.images[player.image]
        guard case .file(let file, _) = target, let entry = links.course.files[file],
            case .href(let address) = links.address(of: target, from: page, in: edition)
        else {
            // That the file is missing was told.
            output.append(contentsOf: "<p>".utf8)
            output.appendEscaped(player.title)
            output.append(contentsOf: "</p>".utf8)
            return
        }
        var record = Record(fields.schema)
        if let kind = fields.kinds[player.kind] { record[kind] = true }
        record[fields.title] = Text(player.title)
        if !player.caption.isEmpty {
            record[fields.caption] = Text(player.caption)
            record[fields.number] = Text(String(player.number))
        }
        record[fields.href] = Text(address)
        record[fields.address] = Text(links.course.configuration.url.map { Array($0.utf8) + entry.permalink.bytes } ?? address)
        record[fields.type] = Text(MediaType.of(entry.path))
        record[fields.format] = Text(MediaType.ending(of: entry.path.string).uppercased())
        record[fields.size] = fields.sizes.record(bytes: entry.size)
        record[fields.isOffline] = links.publication.isOffline
        addCaptions(text.captions.indices.contains(index) ? text.captions[index] : [], from: page, in: edition, to: &record)
        var marks = [Mark]()
        layout.render(record, into: &output, marks: &marks)
    }

    private func addCaptions(_ captions: [CaptionTrack], from page: Page, in edition: Edition, to record: inout Record) {
        let textLocale = links.course.editions[text.document.locale].locale
        let shown = captions.first { $0.locale == edition.index } ?? captions.first { $0.locale == text.document.locale }
        record[fields.tracks] = captions.compactMap { track in
            guard case .href(let address) = links.address(of: .file(track.file, suffix: ""), from: page, in: edition) else { return nil }
            let locale = links.course.editions[track.locale].locale
            var entry = Record(fields.track.schema)
            entry[fields.track.href] = Text(address)
            entry[fields.track.lang] = Text(locale.code)
            entry[fields.track.label] = Text(locale.name)
            entry[fields.track.isOriginal] = track.isOriginal
            entry[fields.track.isDefault] = track.locale == shown?.locale
            return entry
        }
        guard let shown else { return }
        record[fields.transcript] = .bytes(shown.transcript)
        guard shown.locale != text.document.locale else { return }
        let locale = links.course.editions[shown.locale].locale
        record[fields.transcriptLang] = Text(locale.code)
        if locale.direction != textLocale.direction { record[fields.transcriptDir] = Text(locale.direction.rawValue) }
    }
}

extension PageRenderer {
    /// - Returns: `nil` where the text has no recordings and no videos.
    func playerWriter(_ text: PageText) -> PlayerWriter? {
        guard !text.document.prose.players.isEmpty else { return nil }
        let layout = theme.locales[text.document.locale].prose.player
        return PlayerWriter(links: links, text: text, layout: layout, fields: theme.proseFields.player)
    }
}
