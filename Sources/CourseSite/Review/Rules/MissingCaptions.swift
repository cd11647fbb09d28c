import CommonMark
import Diagnostics

/// Recordings and videos without captions in the language of the page. Of a recording they are its transcript.
enum MissingCaptions: PageRule {
    static func findings(on page: ReviewedPage) -> [Finding] {
        zip(page.document.prose.players, page.text.captions).compactMap { player, captions in
            let image = page.document.prose.images[player.image]
            guard case .file(let file, _) = page.text.images[player.image],
                !captions.contains(where: { $0.locale == page.document.locale }),
                let node = page.markup.node(at: image.node)
            else { return nil }
            let name = CaptionFiles.path(of: file.key.split(separator: "/").last.map(String.init) ?? "", in: page.locale)
            return Finding(.text(node.range), .missingCaptions(image.destination, player.kind, in: page.locale, file: name))
        }
    }
}

extension Diagnostic {
    fileprivate static func missingCaptions(_ media: String, _ kind: AudioVideo, in locale: String, file: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.missingCaptions,
            "the \(kind.word) “\(media)” has no \(kind == .video ? "captions" : "transcript") in “\(locale)”", at: nil,
            help: "write what is said and heard into “\(file)” beside it, as WebVTT: it is also shown as the transcript")
    }
}
