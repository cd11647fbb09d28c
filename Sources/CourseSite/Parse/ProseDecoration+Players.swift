import CommonMark
import Diagnostics
import HTMLBytes

/// Recordings and videos.
extension ProseDecoration {
    /// An element that is written where the page is rendered: it depends on the files that lie beside, and on the reader's language.
    mutating func writePlayer(
        _ kind: AudioVideo, _ node: Markup.Node, _ destination: Markup.Bytes, caption: String, into html: inout [UInt8]
    ) {
        let title = node.plainText
        if title.allSatisfy(\.isWhitespace) {
            issues.append(DocumentIssue(.node(node.ordinal), .missingAlternative(String(decoding: destination, as: UTF8.self), of: kind)))
        }
        if !caption.isEmpty { playerCounts[kind, default: 0] += 1 }
        prose.gaps.append(Prose.Gap(offset: html.count, content: .player(prose.players.count)))
        prose.players.append(
            Player(
                kind: kind, image: prose.images.count, title: settings.typographer?.set(title) ?? title,
                caption: settings.typographer?.set(caption) ?? caption,
                number: playerCounts[kind] ?? 0))
        prose.images.append(Link(address: Array(destination), node: node.ordinal))
        // A gap with nothing behind it could belong to two parts of a text.
        html.append(UInt8(ascii: "\n"))
    }

    /// What cannot be played here is a link to the file.
    mutating func writeMediaLink(_ node: Markup.Node, _ destination: Markup.Bytes, _ diagnostic: Diagnostic, into html: inout [UInt8]) {
        issues.append(DocumentIssue(.node(node.ordinal), diagnostic))
        let link = openLinks.isEmpty ? prose.links.count : nil
        if let link {
            prose.gaps.append(Prose.Gap(offset: html.count, content: .linkStart(link)))
            prose.links.append(Link(address: Array(destination), node: node.ordinal))
            html.append(UInt8(ascii: ">"))
        }
        html.appendEscaped(settings.typographer?.set(node.plainText) ?? node.plainText)
        if let link { prose.gaps.append(Prose.Gap(offset: html.count, content: .linkEnd(link))) }
    }
}

extension Diagnostic {
    static func playerInText(_ file: String, _ kind: AudioVideo) -> Diagnostic {
        Diagnostic(
            .error, Rule.playerInText, "the \(kind.word) “\(file)” stands in the middle of a paragraph", at: nil,
            help: "leave an empty line above and below it; or link to it, without the “!”")
    }

    static func unplayable(_ file: String, ending: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.unplayableMedia, "not every browser plays “\(file)”", at: nil,
            help: "convert it: a video to MP4 (H.264 and AAC) or WebM, a recording to MP3, M4A or Opus")
    }
}
