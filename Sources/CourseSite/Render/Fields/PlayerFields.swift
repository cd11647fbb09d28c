import Templates

/// The layout `player`: a recording or a video that stands alone.
final class PlayerFields: Sendable {
    let schema: RecordSchema
    let sizes: SizeFields
    let track = TrackFields()
    let kinds: [AudioVideo: Field<Bool>]
    let title: Field<Text>
    let caption: Field<Text>
    let number: Field<Text>
    let href: Field<Text>
    let address: Field<Text>
    let type: Field<Text>
    let format: Field<Text>
    let size: Field<Record?>
    let isOffline: Field<Bool>
    let tracks: Field<[Record]>
    let transcript: Field<HTML>
    let transcriptLang: Field<Text>
    let transcriptDir: Field<Text>

    init(sizes: SizeFields) {
        var builder = RecordSchema.Builder("player")
        self.sizes = sizes
        var kinds = [AudioVideo: Field<Bool>]()
        for kind in AudioVideo.allCases { kinds[kind] = builder.flag(kind.rawValue, "Whether it is a \(kind.word)") }
        self.kinds = kinds
        title = builder.text("title", "What it is: the alternative text")
        caption = builder.text("caption", "The title behind the file's name")
        number = builder.text(
            "number", "Its number among the page's recordings, or videos, with a caption, from 1; nothing where it has none")
        href = builder.text("href", "Where the file is, relative to this page")
        address = builder.text("address", "Where it is for who reads on paper: on the web, where site.yml names the site's url")
        type = builder.text("type", "Its media type")
        format = builder.text("format", "Its format: MP4, MP3 …")
        size = builder.record("size", of: sizes.schema, "How large it is")
        isOffline = builder.flag("is-offline", "Whether the page is part of an offline copy, which holds the file")
        tracks = builder.list("tracks", of: track.schema, "Its captions, for each locale that has some")
        transcript = builder.html("transcript", "What the captions say, as paragraphs: in the reader's language, else in the text's")
        transcriptLang = builder.text("transcript-lang", "The language of the transcript, where it is not that of the text")
        transcriptDir = builder.text("transcript-dir", "Its direction, where that is another")
        schema = builder.finish()
    }
}

/// Captions in one language.
final class TrackFields: Sendable {
    let schema: RecordSchema
    let href: Field<Text>
    let lang: Field<Text>
    let label: Field<Text>
    let isOriginal: Field<Bool>
    let isDefault: Field<Bool>

    init() {
        var builder = RecordSchema.Builder("track")
        href = builder.text("href", "Where the file is, relative to this page")
        lang = builder.text("lang", "The locale")
        label = builder.text("label", "The locale's own name")
        isOriginal = builder.flag(
            "is-original", "Whether they are in the language of the folder in which the recording lies, and no translation")
        isDefault = builder.flag("is-default", "Whether they are in the reader's language; or, where there are none, in the text's")
        schema = builder.finish()
    }
}
