import CommonMark
import Diagnostics
import HTMLBytes

/// Images and figures.
extension ProseDecoration {
    /// How many bytes of a text, about, are seen without scrolling; images beyond are loaded when they come near.
    private static let firstScreen = 1_500

    mutating func writeImage(_ node: Markup.Node, _ destination: Markup.Bytes, _ title: Markup.Bytes, into html: inout [UInt8]) {
        let alternative = node.plainText
        let address = String(decoding: destination, as: UTF8.self)
        switch AudioVideo.shown(at: address) {
        case .image: break
        case .plays(let kind): return writeMediaLink(node, destination, .playerInText(address, kind), into: &html)
        case .unplayable(let ending): return writeMediaLink(node, destination, .unplayable(address, ending: ending), into: &html)
        }
        if alternative.allSatisfy(\.isWhitespace) {
            issues.append(DocumentIssue(.node(node.ordinal), .missingAlternative(address, of: nil)))
        }
        html.append(contentsOf: "<img src=\"".utf8)
        prose.gaps.append(Prose.Gap(offset: html.count, content: .imageSource(prose.images.count)))
        prose.images.append(Link(address: Array(destination), node: node.ordinal))
        html.append(contentsOf: "\" alt=\"".utf8)
        html.appendEscaped(settings.typographer?.set(alternative) ?? alternative)
        html.append(UInt8(ascii: "\""))
        prose.gaps.append(Prose.Gap(offset: html.count, content: .imageSize(prose.images.count - 1)))
        write(title: title, into: &html)
        if prose.images.count > 1 || html.count > Self.firstScreen { html.append(contentsOf: " loading=\"lazy\"".utf8) }
        html.append(UInt8(ascii: ">"))
    }

    /// An image that is alone in its paragraph, or a recording or a video; its title is the caption.
    mutating func writeFigure(_ paragraph: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        let image = paragraph.children.first { _ in true }
        guard let image, case .image(let destination, let title) = image.kind else { return .standard }
        let caption = String(decoding: title, as: UTF8.self)
        switch AudioVideo.shown(at: String(decoding: destination, as: UTF8.self)) {
        case .image: break
        case .plays(let kind):
            writePlayer(kind, image, destination, caption: caption, into: &html)
            return .skipped
        case .unplayable: return .standard
        }
        if !title.isEmpty { figureCount += 1 }
        begin(
            layouts.figure(hasCaption: !title.isEmpty),
            ElementValues(text: settings.typographer?.set(caption) ?? caption, number: figureCount, counter: .figure), upTo: .content,
            into: &html)
        writeImage(image, destination, [], into: &html)
        end(into: &html)
        return .skipped
    }

    func write(title: Markup.Bytes, into html: inout [UInt8]) {
        guard !title.isEmpty else { return }
        html.append(contentsOf: " title=\"".utf8)
        html.appendEscaped(settings.typographer.map { Array($0.set(String(decoding: title, as: UTF8.self)).utf8)[...] } ?? title)
        html.append(UInt8(ascii: "\""))
    }
}

extension Diagnostic {
    static func missingAlternative(_ file: String, of kind: AudioVideo?) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingAlternative, "the \(kind?.word ?? "image") “\(file)” has no alternative text", at: nil,
            help: kind.map { "say between the brackets what the \($0.word) is: ![Interview with a mayor](…)" }
                ?? "say between the brackets what it shows, for those who do not see it: ![A map of the district](…)")
    }
}
