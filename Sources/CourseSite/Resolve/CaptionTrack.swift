/// Captions of a recording or a video in one language.
struct CaptionTrack: Sendable {
    /// The locale's index.
    let locale: Int
    let file: ContentFile
    /// Whether they are in the language of the folder in which the recording lies, which it speaks; the others are translations.
    let isOriginal: Bool
    /// What they say, as HTML.
    let transcript: [UInt8]
}

/// Which files are the captions of another: `interview.fr.vtt` beside `interview.mp4`, for each locale.
struct CaptionFiles {
    /// Codes, by the locale's index.
    let locales: [String]
    let hasFile: (ContentFile) -> Bool

    /// - Parameter media: the path of a recording or a video, or its name alone.
    static func path(of media: String, in locale: String) -> String {
        "\(media.dropLast(MediaType.ending(of: media).count + 1)).\(locale).vtt"
    }

    /// Captions lie beside the file, or at the same path in another locale's folder: a translator's in the translation, what is missing there in the source.
    /// - Parameter locale: of the text that shows the file.
    func captions(of media: ContentFile, shownIn locale: Int) -> [(locale: Int, file: ContentFile)] {
        locales.indices.compactMap { index in
            let key = Self.path(of: media.key, in: locales[index])
            for owner in [index, media.locale, locale, 0] {
                let file = ContentFile(locale: owner, key: key)
                if hasFile(file) { return (index, file) }
            }
            return nil
        }
    }
}
