import CommonMark

extension String {
    func parsed(_ extensions: MarkupExtensions = .all, _ positions: MarkupParser.Positions = .recovered) -> Markup {
        MarkupParser(extensions: extensions).parse(Array(utf8), positions: positions)
    }

    /// As GFM without a decoration.
    func formatted(_ extensions: MarkupExtensions = .all) -> String { parsed(extensions, .none).formatted }
}

extension Markup {
    var formatted: String {
        var formatter = HTMLFormatter(decoration: PlainHTML())
        var html: [UInt8] = []
        formatter.format(root, into: &html)
        return String(decoding: html, as: UTF8.self)
    }

    /// The piece of the source that a range stands for.
    func written(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    var links: [Node] {
        root.subtree.filter { node in
            switch node.kind {
            case .link, .image: true
            default: false
            }
        }
    }
}

extension Markup.Node {
    var destination: String? {
        switch kind {
        case .link(let destination, _), .image(let destination, _): String(decoding: destination, as: UTF8.self)
        default: nil
        }
    }
}
