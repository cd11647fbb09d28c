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
        let html = text.document.prose.html
        let gaps = text.document.prose.gaps
        var position = range.lowerBound
        var endings = [Int: [UInt8]]()
        var address = [UInt8]()
        var index = firstGap(from: range.lowerBound)
        while index < gaps.count, gaps[index].offset <= range.upperBound {
            let gap = gaps[index]
            output.append(contentsOf: html[position..<gap.offset])
            position = gap.offset
            if let terms, case .linkStart(let link) = gap.content, let element = terms.element(of: link, isAgain: endings[link] != nil, from: page, in: edition) {
                output.append(contentsOf: element.start)
                endings[link] = element.end
                position = endOfTag(from: position)
            } else if case .code(let code) = gap.content {
                position = writeCode(code, at: position, before: range.upperBound, into: &output)
            } else {
                fill(gap.content, into: &output, &endings, &address)
            }
            index += 1
        }
        output.append(contentsOf: html[position..<range.upperBound])
    }

    /// Behind the tag of a link for which a layout has the whole tag: its author's title is left out, where a definition would be said.
    func endOfTag(from offset: Int) -> Int {
        text.document.prose.html[offset...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? offset
    }

    /// The first gap that does not lie before an offset.
    func firstGap(from offset: Int) -> Int {
        text.document.prose.gaps.partitioningIndex { $0.offset >= offset }
    }

    /// Writes code with colours, where there is some.
    /// - Returns: where the text goes on.
    func writeCode(_ index: Int, at offset: Int, before end: Int, into output: inout [UInt8]) -> Int {
        let block = text.document.prose.codes[index]
        // At the end of a part of the text it could be the first of the next.
        guard let highlighted = block.highlighted, offset + block.length <= end else { return offset }
        output.append(contentsOf: highlighted)
        return offset + block.length
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

extension Array {
    /// The first index whose element belongs to the second part, where all of the first stand before it: a text may be filled section by section, and have
    /// thousands of both.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
