import CommonMark
import Testing

/// What holds for every node of every document, checked on documents that nobody wrote.
@Suite struct PositionPropertyTests {
    @Test func linksOfRandomDocumentsAreWhereASearchFindsThem() {
        let parser = MarkupParser()
        var links = 0
        var leaves = 0
        for seed in 1...1_000 {
            var document = RandomDocument(seed: UInt64(seed))
            // Front matter moves everything.
            let matter = seed % 3 == 0 ? "---\ntitle: [t1x](u1x)\n---\n" : ""
            let text = matter + document.make()
            let markup = parser.parse(Array(text.utf8), from: matter.utf8.count, positions: .recovered)
            #expect(parser.parse(Array(text.utf8), from: matter.utf8.count, positions: .none).formatted == markup.formatted)
            for node in markup.root.subtree {
                let complaint =
                    node.destination == nil ? complaint(leaf: node, in: markup) : complaint(link: node, in: markup, from: matter.utf8.count)
                #expect(complaint == nil, "seed \(seed)\n\(text)")
                if node.destination == nil { leaves += 1 } else { links += 1 }
            }
        }
        // Enough to mean something, whatever is changed in the generator.
        #expect(links > 15_000)
        #expect(leaves > 60_000)
    }

    private func complaint(link: Markup.Node, in markup: Markup, from bodyStart: Int) -> String? {
        guard let destination = link.destination, let name = destination.firstMatch(of: /u(\d+)x/) else { return nil }
        let written = markup.written(link.range)
        let number = name.1
        let candidates = [
            "![t\(number)x", "[t\(number)x", "<http://u\(number)x>", "http://u\(number)x.org", "www.u\(number)x.org",
            "me\\_too@u\(number)x.org",
        ]
        guard let begin = candidates.first(where: { written.hasPrefix($0) }) else { return "\(destination): \(written.debugDescription)" }
        if begin.hasPrefix("[") || begin.hasPrefix("!") {
            if !written.hasSuffix(")") && !written.hasSuffix("]") { return "ends badly: \(written)" }
            if written.hasSuffix(")"), markup.written(link.destinationRange) != destination {
                return "destination: \(markup.written(link.destinationRange))"
            }
        } else if written != begin {
            return "ends badly: \(written)"
        }
        return nil
    }

    private func complaint(leaf node: Markup.Node, in markup: Markup) -> String? {
        let written = markup.written(node.range)
        let literal = String(decoding: node.literal, as: UTF8.self)
        switch node.kind {
        case .text where !written.contains(where: { $0 == "\\" || $0 == "&" }):
            // The blanks before a lazy line are in the text only.
            return literal.hasSuffix(written) && literal.dropLast(written.count).allSatisfy(\.isWhitespace)
                ? nil : "\(written.debugDescription) is not \(literal.debugDescription)"
        case .htmlInline: return written == literal ? nil : "\(written.debugDescription) is not \(literal.debugDescription)"
        case .code: return written.hasPrefix("`") && written.hasSuffix("`") ? nil : "no code: \(written)"
        case .emphasis: return written.first == written.last && "*_".contains(written.first ?? " ") ? nil : "no emphasis: \(written)"
        case .strikethrough: return written.hasPrefix("~") && written.hasSuffix("~") ? nil : "not struck: \(written)"
        case .footnoteReference: return written == "[^1]" ? nil : "no reference: \(written)"
        case .softBreak, .lineBreak:
            return written.allSatisfy { $0.isWhitespace || $0 == "\\" } && !written.isEmpty ? nil : "no break: \(written.debugDescription)"
        case .heading, .paragraph, .tableCell:
            let inside = node.children.allSatisfy {
                node.range.contains($0.range.lowerBound) && $0.range.upperBound <= node.range.upperBound
            }
            return inside ? nil : "does not hold its children: \(node.debugDescription)"
        default: return nil
        }
    }
}
