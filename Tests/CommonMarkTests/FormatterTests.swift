import CommonMark
import Testing

@Suite struct FormatterTests {
    /// Says what it is asked, and leaves the rest to GFM.
    private struct Record: HTMLDecoration {
        var asked: [String] = []

        mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
            asked.append("\(node.kind)".prefix { $0 != "(" } + "")
            return .standard
        }

        mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving {
            asked.append("/" + "\(node.kind)".prefix { $0 != "(" })
            return .standard
        }
    }

    @Test func isAskedWhereASiteMayWantSomethingElse() {
        var formatter = HTMLFormatter(decoration: Record())
        var html: [UInt8] = []
        let source = "# a\n\n[b](c) *d*\n\n![e](f)\n\n> g\n\n- [x] h\n\n|i|\n|-|\n\n```\nj\n```\n\n<p>\n\nk<b>[^l]\n\n[^l]: m"
        formatter.format(source.parsed(.all, .none).root, into: &html)
        #expect(
            formatter.decoration.asked.joined(separator: " ") == """
                heading /heading link /link paragraph image /paragraph blockQuote /blockQuote item /item table /table codeBlock htmlBlock \
                htmlInline footnoteReference footnoteDefinition /footnoteDefinition
                """)
        #expect(String(decoding: html, as: UTF8.self) == source.formatted())
    }

    /// Gives headings ids, replaces links, drops images.
    private struct Site: HTMLDecoration {
        var offsets: [Int] = []

        mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
            switch node.kind {
            case .heading(let level):
                html += Array("<h\(level) id=\"\(String(decoding: node.explicitID ?? [], as: UTF8.self))\">".utf8)
                return .replaced
            case .link:
                html += Array("<a href=\"".utf8)
                offsets.append(html.count)
                html += Array("\">".utf8)
                return .replaced
            case .image: return .skipped
            case .table:
                html += Array("<div>".utf8)
                return .standard
            default: return .standard
            }
        }

        mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving {
            guard case .table = node.kind else { return .standard }
            html += Array("</tbody></table></div>".utf8)
            return .replaced
        }
    }

    @Test func bytesOfItsOwn() {
        var formatter = HTMLFormatter(decoration: Site())
        var html = Array("<main>".utf8)
        formatter.formatChildren(of: "# *a* {#b}\n\n[c](d) ![e](f)\n\n|g|\n|-|\n|h|".parsed(.all, .none).root, into: &html)
        #expect(
            String(decoding: html, as: UTF8.self) == """
                <main><h1 id="b"><em>a</em></h1>
                <p><a href="">c</a> </p>
                <div>
                <table>
                <thead>
                <tr>
                <th>g</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>h</td>
                </tr>
                </tbody></table></div>
                """)
        #expect(formatter.decoration.offsets.map { String(decoding: html[..<$0].suffix(9), as: UTF8.self) } == ["<a href=\""])
    }

    /// Leaves out what GFM writes for block quotes and items.
    private struct Bare: HTMLDecoration {
        mutating func enter(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLEntering {
            node.kind == .alertMarker ? .standard : .replaced
        }
        mutating func leave(_ node: Markup.Node, into html: inout [UInt8]) -> HTMLLeaving { .replaced }
    }

    @Test func aMarkerAndABoxGoWithTheirBlock() throws {
        let markup = "> [!QUIZ] *a*\n> - [x] b\n>\n>   c".parsed(.all, .none)
        let quote = try #require(markup.root.subtree.first { $0.alertMarker != nil })
        let item = try #require(markup.root.subtree.first { $0.kind == .item(task: true) })
        var bare = HTMLFormatter(decoration: Bare())
        var html: [UInt8] = []
        bare.format(markup.root, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<ul>\n<p>b</p>\n<p>c</p>\n</ul>\n")
        var plain = HTMLFormatter(decoration: PlainHTML())
        html = []
        plain.formatChildren(of: item, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<p>b</p>\n<p>c</p>\n")
        html = []
        plain.formatChildren(of: try #require(quote.alertTitle), into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<em>a</em>")
        html = []
        plain.formatChildren(of: quote, into: &html)
        #expect(String(decoding: html, as: UTF8.self).hasPrefix("<ul>\n<li>\n<p><input checked=\"\""))
    }

    @Test func partsOfATree() throws {
        let quote = try #require(Array("> a *b*\n>\n> - c".parsed(.all, .none).root.children).first)
        var formatter = HTMLFormatter(decoration: PlainHTML())
        var html: [UInt8] = []
        formatter.formatChildren(of: quote, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<p>a <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n")
        let list = try #require(Array(quote.children).last)
        html = []
        formatter.format(list, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<ul>\n<li>c</li>\n</ul>\n")
    }

    @Test(
        "Destinations that are dangerous",
        arguments: [
            ("[a](javascript:x)", true), ("[a](<java\tscript:x>)", true), ("[a](&#106;avascript&colon;x)", true),
            ("[a](JaVaScRiPt:x)", true),
            ("[a](<&#1; javascript:x>)", true), ("[a](vbscript:x)", true), ("![a](data:image/png;base64,x)", true),
            ("[a](file:///etc)", true),
            ("<javascript:x>", true), ("[a](https://javascript:x)", false), ("[a](javascript.html)", false), ("[a](#data:)", false),
            ("[a](mailto:b@c.d)", false),
            ("[a](/data:x)", false),
        ])
    func dangerousDestinations(source: String, isDangerous: Bool) throws {
        let link = try #require(source.parsed().links.first)
        let destination = try #require(link.destination)
        #expect(isUnsafe(destination: destination.utf8) == isDangerous)
    }
}
