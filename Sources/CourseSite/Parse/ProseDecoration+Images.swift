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
        if alternative.allSatisfy(\.isWhitespace) { issues.append(DocumentIssue(.node(node.ordinal), .missingAlternative(address))) }
        html.append(contentsOf: "<img src=\"".utf8)
        prose.gaps.append(Prose.Gap(offset: html.count, content: .imageSource(prose.images.count)))
        prose.images.append(Link(address: Array(destination), node: node.ordinal))
        html.append(contentsOf: "\" alt=\"".utf8)
        html.appendEscaped(typographer?.set(alternative) ?? alternative)
        html.append(UInt8(ascii: "\""))
        prose.gaps.append(Prose.Gap(offset: html.count, content: .imageSize(prose.images.count - 1)))
        write(title: title, into: &html)
        if prose.images.count > 1 || html.count > Self.firstScreen { html.append(contentsOf: " loading=\"lazy\"".utf8) }
        html.append(UInt8(ascii: ">"))
    }

    /// An image that is alone in its paragraph; its title is the caption.
    mutating func writeFigure(_ paragraph: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        let image = paragraph.children.first { _ in true }
        guard let image, case .image(let destination, let title) = image.kind else { return .standard }
        if !title.isEmpty { figureCount += 1 }
        let caption = String(decoding: title, as: UTF8.self)
        begin(
            layouts.figure(hasCaption: !title.isEmpty), ElementValues(text: typographer?.set(caption) ?? caption, number: figureCount, counter: .figure), upTo: .content,
            into: &html)
        writeImage(image, destination, [], into: &html)
        end(into: &html)
        return .skipped
    }

    func write(title: Markup.Bytes, into html: inout [UInt8]) {
        guard !title.isEmpty else { return }
        html.append(contentsOf: " title=\"".utf8)
        html.appendEscaped(typographer.map { Array($0.set(String(decoding: title, as: UTF8.self)).utf8)[...] } ?? title)
        html.append(UInt8(ascii: "\""))
    }
}

extension Diagnostic {
    fileprivate static func missingAlternative(_ image: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingAlternative, "the image “\(image)” has no alternative text", at: nil,
            help: "say between the brackets what it shows, for those who do not see it: ![A map of the district](…)")
    }
}
