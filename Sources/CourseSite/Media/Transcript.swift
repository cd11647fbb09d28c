import HTMLBytes

/// What captions say, as a text to be read: for whoever cannot hear or play a recording, on paper, and to be found by a search.
enum Transcript {
    /// A silence of so many thousandths of a second begins a new paragraph, as another speaker does.
    private static let pause = 2_000

    /// - Parameter bytes: of a WebVTT file; what cannot be read of it is left out, as browsers do.
    /// - Returns: paragraphs; nothing where the captions say nothing.
    static func html(of bytes: [UInt8]) -> [UInt8] {
        var html = [UInt8]()
        var speaker = [UInt8]()
        var end: Int?
        for caption in captions(in: bytes) {
            let cue = Cue(caption.text)
            guard !cue.text.isEmpty else { continue }
            if let last = end, caption.start - last < pause, cue.speaker == speaker {
                html.append(UInt8(ascii: " "))
            } else {
                html.append(contentsOf: (end == nil ? "<p>" : "</p>\n<p>").utf8)
                if !cue.speaker.isEmpty {
                    html.append(contentsOf: "<b>".utf8)
                    html.appendEscaped(cue.speaker)
                    html.append(contentsOf: "</b> ".utf8)
                }
            }
            html.appendEscaped(cue.text)
            speaker = cue.speaker
            end = caption.end
        }
        if end != nil { html.append(contentsOf: "</p>\n".utf8) }
        return html
    }

    private struct Caption {
        let start: Int
        var end: Int
        /// Its lines, joined by blanks.
        var text: [UInt8] = []
    }

    /// A caption is a line of times and the lines below it, up to an empty one.
    private static func captions(in bytes: [UInt8]) -> [Caption] {
        var captions = [Caption]()
        var isInside = false
        for line in WebVTT.Lines(bytes, from: TextEncoding.start(of: bytes)) {
            if let (start, end) = WebVTT.times(in: bytes[line]) {
                captions.append(Caption(start: start, end: end))
                isInside = true
            } else if line.isEmpty {
                isInside = false
            } else if isInside, let last = captions.indices.last {
                if !captions[last].text.isEmpty { captions[last].text.append(UInt8(ascii: " ")) }
                captions[last].text += bytes[line]
            }
        }
        return captions
    }

    /// A caption's text without its tags, and who speaks: `<v Amina>`.
    private struct Cue {
        private(set) var text: [UInt8] = []
        private(set) var speaker: [UInt8] = []

        init(_ source: [UInt8]) {
            var rest = source[...]
            while let next = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
                text += rest[..<next]
                let isTag = rest[next] == UInt8(ascii: "<")
                rest = rest[(next + 1)...]
                let end = rest.firstIndex(of: UInt8(ascii: isTag ? ">" : ";"))
                if isTag {
                    let tag = rest[..<(end ?? rest.endIndex)]
                    rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
                    if let voice = Self.voice(tag) { speaker = voice }
                } else if let end, let character = Self.characters[String(decoding: rest[..<end], as: UTF8.self)] {
                    text += Array(character.utf8)
                    rest = rest[(end + 1)...]
                } else {
                    text.append(UInt8(ascii: "&"))
                }
            }
            text += rest
        }

        /// The name in `v Amina` or `v.loud Amina`.
        private static func voice(_ tag: ArraySlice<UInt8>) -> [UInt8]? {
            guard tag.first == UInt8(ascii: "v"), let second = tag.dropFirst().first, WebVTT.isBlank(second) || second == UInt8(ascii: "."),
                let blank = tag.firstIndex(where: WebVTT.isBlank)
            else { return nil }
            return Array(tag[(blank + 1)...])
        }

        /// The references that WebVTT has.
        private static let characters = [
            "amp": "&", "lt": "<", "gt": ">", "lrm": "\u{200E}", "rlm": "\u{200F}", "nbsp": "\u{A0}",
        ]
    }
}
