import HTMLBytes
import Templates

/// Puts addresses and anchors into the gaps of a text, for the page that shows it.
struct ProseFiller {
    let links: LinkWriter
    let text: PageText
    let page: Page
    let edition: Edition
    /// `nil` where the text has no links to terms.
    let terms: TermWriter?
    /// `nil` where the text has nothing to be played.
    let players: PlayerWriter?

    /// Appends a part of the text; nothing but whole elements should lie in `range`, which are offsets in the prose's HTML.
    func fill(_ range: Range<Int>, into output: inout [UInt8]) {
        var cursor = ProseCursor(self, from: range.lowerBound)
        cursor.copy(upTo: range.upperBound, into: &output) { link, isAgain in
            terms?.element(of: link, isAgain: isAgain, from: page, in: edition)
        }
    }

    func fill() -> [UInt8] {
        var output = [UInt8]()
        let prose = text.document.prose
        output.reserveCapacity(prose.html.count + prose.gaps.count * 32)
        fill(0..<prose.html.count, into: &output)
        return output
    }

    /// - Parameters:
    ///   - endings: of links that have begun, where it is not the usual one.
    ///   - address: memory for one at a time.
    func fill(_ gap: Prose.Gap.Content, into output: inout [UInt8], _ endings: inout [Int: [UInt8]], _ address: inout [UInt8]) {
        switch gap {
        case .anchor(let heading):
            output.appendEscaped(text.anchors.ofHeadings[heading])
        case .imageSource(let image):
            address.removeAll(keepingCapacity: true)
            if case .here = links.append(text.images[image], from: page, in: edition, into: &address) { output.appendEscaped(address) }
        case .imageSize(let image):
            guard text.imageSizes.indices.contains(image), let size = text.imageSizes[image] else { return }
            output.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
        case .player(let player): players?.write(player, from: page, in: edition, into: &output)
        case .code: break
        case .exerciseID(let exercise):
            output.appendEscaped(text.anchors.ofExercises[exercise].id)
        case .answerValue(let exercise, let answer):
            output.appendEscaped(text.anchors.ofExercises[exercise].values[answer])
        case .linkStart(let link):
            address.removeAll(keepingCapacity: true)
            let destination = links.append(text.links[link], from: page, in: edition, into: &address)
            if case .nowhere = destination {
                endings[link] = Array("</span>".utf8)
                output.append(contentsOf: "<span".utf8)
                return
            }
            output.append(contentsOf: "<a href=\"".utf8)
            output.appendEscaped(address)
            output.append(UInt8(ascii: "\""))
            if case .foreign(let hreflang) = destination { output.append(contentsOf: " hreflang=\"\(hreflang)\"".utf8) }
        case .linkEnd(let link):
            if let ending = endings[link] {
                output.append(contentsOf: ending)
            } else {
                output.append(contentsOf: "</a>".utf8)
            }
        }
    }
}
