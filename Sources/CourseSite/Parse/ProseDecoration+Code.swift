import CommonMark
import HTMLBytes

/// Blocks of code.
extension ProseDecoration {
    /// - Parameter info: what stands behind the fence, the language first.
    mutating func writeCode(_ node: Markup.Node, _ info: Markup.Bytes, into html: inout [UInt8]) {
        let language = String(decoding: info.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
        begin(layouts.code(isNamed: !language.isEmpty), ElementValues(text: language), upTo: .content, into: &html)
        let start = html.count
        html.appendEscaped(node.literal)
        if settings.notesCode, !language.isEmpty, html.count > start {
            prose.gaps.append(Prose.Gap(offset: start, content: .code(prose.codes.count)))
            prose.codes.append(CodeBlock(language: language, code: Array(node.literal), length: html.count - start, node: node.ordinal))
        }
        end(into: &html)
    }
}
