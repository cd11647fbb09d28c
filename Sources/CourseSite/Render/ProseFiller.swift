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

    /// Appends a part of the text; nothing but whole elements should lie in `range`, which are offsets in the prose's HTML.
    func fill(_ range: Range<Int>, into output: inout [UInt8]) {
        let html = text.document.prose.html
        let gaps = text.document.prose.gaps
        var position = range.lowerBound
        var endings = [Int: [UInt8]]()
        var index = firstGap(from: range.lowerBound)
        while index < gaps.count, gaps[index].offset <= range.upperBound {
            let gap = gaps[index]
            output.append(contentsOf: html[position..<gap.offset])
            position = gap.offset
            if let terms, case .linkStart(let link) = gap.content, let element = terms.element(of: link, from: page, in: edition) {
                output.append(contentsOf: element.start)
                endings[link] = element.end
                // The layout has the whole tag; its author's title is left out, where the definition would be said.
                position = html[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? position
            } else {
                fill(gap.content, into: &output, &endings)
            }
            index += 1
        }
        output.append(contentsOf: html[position..<range.upperBound])
    }

    /// The first gap that does not lie before an offset: a text may be filled section by section, and have thousands of both.
    private func firstGap(from offset: Int) -> Int {
        let gaps = text.document.prose.gaps
        var low = 0
        var high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func fill() -> [UInt8] {
        var output = [UInt8]()
        let prose = text.document.prose
        output.reserveCapacity(prose.html.count + prose.gaps.count * 32)
        fill(0..<prose.html.count, into: &output)
        return output
    }

    /// - Parameter endings: of links that have begun, where it is not the usual one.
    private func fill(_ gap: Prose.Gap.Content, into output: inout [UInt8], _ endings: inout [Int: [UInt8]]) {
        switch gap {
        case .anchor(let heading):
            output.appendEscaped(text.anchors.ofHeadings[heading])
        case .imageSource(let image):
            if case .href(let address) = links.address(of: text.images[image], from: page, in: edition) { output.appendEscaped(address) }
        case .imageSize(let image):
            guard text.imageSizes.indices.contains(image), let size = text.imageSizes[image] else { return }
            output.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8)
        case .exerciseID(let exercise):
            output.appendEscaped(text.anchors.ofExercises[exercise].id)
        case .answerValue(let exercise, let answer):
            output.appendEscaped(text.anchors.ofExercises[exercise].values[answer])
        case .linkStart(let link):
            if case .page(let number, let fragment) = text.links[link], fragment == nil || !page.isFallback, links.publication == .site,
                let target = edition.page(number)
            {
                // Nearly all links: what permalinks are made of needs no escape.
                output.append(contentsOf: "<a href=\"".utf8)
                page.permalink.appendRelative(to: target.permalink, into: &output)
                if let fragment {
                    output.append(UInt8(ascii: "#"))
                    output.append(contentsOf: percentEncoded(fragment))
                }
                output.append(UInt8(ascii: "\""))
                return
            }
            switch links.address(of: text.links[link], from: page, in: edition) {
            case .href(let address):
                output.append(contentsOf: "<a href=\"".utf8)
                output.appendEscaped(address)
                output.append(UInt8(ascii: "\""))
            case .foreign(let address, let hreflang):
                output.append(contentsOf: "<a href=\"".utf8)
                output.appendEscaped(address)
                output.append(contentsOf: "\" hreflang=\"\(hreflang)\"".utf8)
            case .none:
                endings[link] = Array("</span>".utf8)
                output.append(contentsOf: "<span".utf8)
            }
        case .linkEnd(let link):
            if let ending = endings[link] {
                output.append(contentsOf: ending)
            } else {
                output.append(contentsOf: "</a>".utf8)
            }
        }
    }
}
