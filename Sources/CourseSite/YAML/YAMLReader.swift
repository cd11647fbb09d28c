import CYAML
import Diagnostics

/// Reads YAML by libyaml's events into a small tree. Aliases, anchors, tags and several documents in one text are refused: a course's
/// settings need none of them, and each is a way to make a small file mean a large one.
enum YAMLReader {
    private static let deepest = 32

    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - line: the number of the line on which the text begins in its file, from 1.
    /// - Returns: the document, or `nil` where the text holds nothing but blanks and comments.
    static func read(_ bytes: ArraySlice<UInt8>, startingAtLine line: Int) throws(YAMLError) -> YAMLNode? {
        let result: Result<YAMLNode?, YAMLError> = bytes.withUnsafeBufferPointer { buffer in
            var events = EventStream(text: buffer, firstLine: line)
            do throws(YAMLError) { return .success(try events.document()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// libyaml's parser, which lives as long as one call of `read`.
    private struct EventStream: ~Copyable {
        private let parser: UnsafeMutablePointer<yaml_parser_t>
        private let lines: YAMLLines
        private let firstLine: Int

        init(text: UnsafeBufferPointer<UInt8>, firstLine: Int) {
            parser = .allocate(capacity: 1)
            lines = YAMLLines(of: text)
            self.firstLine = firstLine
            yaml_parser_initialize(parser)
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        }

        deinit {
            yaml_parser_delete(parser)
            parser.deallocate()
        }

        mutating func document() throws(YAMLError) -> YAMLNode? {
            var root: YAMLNode?
            while true {
                let event = try next()
                switch event.kind {
                case .streamStart, .documentEnd: continue
                case .documentStart where root == nil: continue
                case .documentStart:
                    throw YAMLError(message: "a second document begins here", help: "take the line “---” out", position: event.start)
                case .streamEnd: return root
                case .node: root = try node(from: event, depth: 0)
                case .close: throw YAMLError(message: "this bracket closes nothing", help: "take it out", position: event.start)
                }
            }
        }

        private mutating func node(from event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
            guard depth < YAMLReader.deepest else {
                throw YAMLError(
                    message: "lists and mappings are nested more than \(YAMLReader.deepest) deep",
                    help: "take out levels: no key needs so many",
                    position: event.start)
            }
            switch event.content {
            case .scalar(let text, let quoted):
                return YAMLNode(value: .scalar(text, quoted: quoted), start: event.start, end: event.end)
            case .sequence:
                var items = [YAMLNode]()
                while true {
                    let item = try next()
                    if case .close = item.kind {
                        return YAMLNode(value: .sequence(items), start: event.start, end: items.last?.end ?? item.end)
                    }
                    items.append(try node(from: item, depth: depth + 1))
                }
            case .mapping:
                var pairs = [(key: YAMLNode, value: YAMLNode)]()
                while true {
                    let item = try next()
                    if case .close = item.kind {
                        return YAMLNode(value: .mapping(pairs), start: event.start, end: pairs.last?.value.end ?? item.end)
                    }
                    let key = try node(from: item, depth: depth + 1)
                    pairs.append((key, try node(from: try next(), depth: depth + 1)))
                }
            case .none:
                throw YAMLError(message: "a value is missing here", help: "write one", position: event.start)
            }
        }

        private struct Event {
            enum Kind { case streamStart, streamEnd, documentStart, documentEnd, node, close }
            enum Content { case scalar(String, quoted: Bool), sequence, mapping, none }

            let kind: Kind
            var content = Content.none
            let start: SourcePosition
            let end: SourcePosition
        }

        private mutating func next() throws(YAMLError) -> Event {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
            defer { yaml_event_delete(&event) }
            let start = position(event.start_mark)
            let end = position(event.end_mark)
            func plain(_ kind: Event.Kind) -> Event { Event(kind: kind, start: start, end: end) }
            func refuse(_ what: String) -> YAMLError {
                YAMLError(message: "\(what) are not accepted here", help: YAMLProblem.quoting, position: start)
            }

            switch event.type {
            case YAML_STREAM_START_EVENT: return plain(.streamStart)
            case YAML_DOCUMENT_START_EVENT: return plain(.documentStart)
            case YAML_DOCUMENT_END_EVENT: return plain(.documentEnd)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return plain(.close)
            case YAML_ALIAS_EVENT: throw refuse("aliases (*name)")
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                if scalar.anchor != nil { throw refuse("anchors (&name)") }
                if scalar.tag != nil { throw refuse("tags (!name)") }
                let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
                return Event(
                    kind: .node, content: .scalar(String(decoding: text, as: UTF8.self), quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE),
                    start: start, end: end)
            case YAML_SEQUENCE_START_EVENT:
                if event.data.sequence_start.anchor != nil { throw refuse("anchors (&name)") }
                if event.data.sequence_start.tag != nil { throw refuse("tags (!name)") }
                return Event(kind: .node, content: .sequence, start: start, end: end)
            case YAML_MAPPING_START_EVENT:
                if event.data.mapping_start.anchor != nil { throw refuse("anchors (&name)") }
                if event.data.mapping_start.tag != nil { throw refuse("tags (!name)") }
                return Event(kind: .node, content: .mapping, start: start, end: end)
            default: return plain(.streamEnd)
            }
        }

        private func position(_ mark: yaml_mark_t) -> SourcePosition {
            let place = lines.place(line: mark.line, column: mark.column, index: mark.index)
            return SourcePosition(line: place.line + firstLine, column: place.column + 1)
        }

        private func failure() -> YAMLError {
            let message = parser.pointee.problem.map { String(cString: $0) } ?? ""
            let context = parser.pointee.context.map { String(cString: $0) } ?? ""
            let mark = parser.pointee.problem_mark
            let problem = YAMLProblem(message, context: context, byte: parser.pointee.buffer.pointer?.pointee)
            return YAMLError(
                message: problem.message, help: problem.help,
                position: position(problem.isAboutTheBeginning ? parser.pointee.context_mark : mark))
        }
    }
}
