import HTMLBytes

/// Parses Markdown: one for each thread, for one text after another, whose memory it reuses.
public final class MarkupParser {
    /// Whether to find out where inlines are written, which is needed only where something is to be said about one.
    public enum Positions: Sendable {
        /// Blocks name their lines; inlines have the range of their block.
        case none
        /// Every node has its own range.
        case recovered
    }

    private let cmark: CMark
    private let extensions: MarkupExtensions
    private let limits: MarkupLimits
    private var lineStarts = Buffer<Int>(capacity: 1_024)
    private var builder = TreeBuilder()

    /// A parser with memory of its own, taken when it is first needed.
    public init(extensions: MarkupExtensions = .all, limits: MarkupLimits = MarkupLimits()) {
        cmark = CMark(extensions: extensions)
        self.extensions = extensions
        self.limits = limits
    }

    /// Parses what follows `bodyStart`, the end of the front matter. Ranges in the result are offsets in the whole of `source`.
    public func parse(_ source: [UInt8], from bodyStart: Int = 0, positions: Positions) -> Markup {
        source.withUnsafeBufferPointer { bytes in
            let bodyStart = min(max(bodyStart, 0), bytes.count)
            let lines = SourceLines(bytes, from: bodyStart, in: &lineStarts)
            if let refusal = limits.refusal(of: bytes, lines) { return refused(source, refusal) }
            let syntax = CourseSyntax(extensions: extensions, source: bytes, lines: lines)
            builder.reset(source: bytes, lines: lines, depth: limits.depth, recovers: positions == .recovered)
            let body = UnsafeBufferPointer(rebasing: bytes[bodyStart...])
            cmark.parse(
                body,
                mark: { syntax.recognise(in: $0) },
                body: { builder.build($0, syntax: syntax, cmark: cmark) })
            if let refusal = builder.refusal { return refused(source, refusal) }
            return Markup(storage: builder.finish(source: source, definitions: syntax.definitions))
        }
    }

    private func refused(_ source: [UInt8], _ refusal: MarkupRefusal) -> Markup {
        let document = RawNode(tag: .document, end: 1, range: .init(0..<source.count))
        return Markup(storage: Markup.Storage(source: source, nodes: [document], text: [], refusal: refusal))
    }
}
