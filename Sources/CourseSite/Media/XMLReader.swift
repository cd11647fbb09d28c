import CExpat

/// Reads XML by expat and tells what comes, with its place. Nothing is fetched and no entity is expanded: whoever listens is asked at the
/// document type declaration, before any of it is read.
enum XMLReader {
    /// - Parameters:
    ///   - bytes: UTF-8, whatever the declaration says.
    ///   - handle: what comes next, and its bytes in the file; `false` ends the reading.
    /// - Returns: why the text is not well-formed, and where; `nil` where it is, as far as it was read.
    static func read(
        _ bytes: UnsafeRawBufferPointer, _ handle: @escaping (XMLEvent, Range<Int>) -> Bool
    ) -> (problem: XMLProblem, offset: Int)? {
        // Between a namespace and a name: in a namespace, expat refuses this character.
        guard let length = Int32(exactly: bytes.count), let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: separator)) else {
            return (XMLProblem("out of memory", at: nil), 0)
        }
        defer { XML_ParserFree(parser) }
        let listener = Listener(parser, handle)
        let status = withExtendedLifetime(listener) {
            listener.listen()
            return XML_Parse(parser, bytes.baseAddress?.assumingMemoryBound(to: XML_Char.self), length, 1)
        }
        guard status == XML_STATUS_ERROR, !listener.hasEnough else { return nil }
        let offset = min(max(0, Int(XML_GetCurrentByteIndex(parser))), bytes.count)
        let message = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
        return (XMLProblem(message, at: offset < bytes.count ? bytes[offset] : nil), offset)
    }

    private static let separator = UInt8(ascii: "\n")

    /// What expat calls, by a pointer to this that it hands back.
    private final class Listener {
        private let parser: XML_Parser
        private let handle: (XMLEvent, Range<Int>) -> Bool
        private(set) var hasEnough = false

        init(_ parser: XML_Parser, _ handle: @escaping (XMLEvent, Range<Int>) -> Bool) {
            self.parser = parser
            self.handle = handle
        }

        func listen() {
            XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
            XML_SetXmlDeclHandler(parser) { listener, _, encoding, _ in
                Listener.of(listener)?.tell(.declaration(encoding: encoding.map { String(cString: $0) }))
            }
            XML_SetStartDoctypeDeclHandler(parser) { listener, _, system, `public`, hasSubset in
                Listener.of(listener)?.tell(.documentType(isExternal: system != nil || `public` != nil, hasSubset: hasSubset != 0))
            }
            XML_SetProcessingInstructionHandler(parser) { listener, target, _ in
                Listener.of(listener)?.tell(.instruction(target: target.map { String(cString: $0) } ?? ""))
            }
            XML_SetElementHandler(
                parser,
                { listener, name, attributes in
                    Listener.of(listener)?.tell(.start(Listener.name(name), Listener.attributes(attributes)))
                },
                { listener, _ in Listener.of(listener)?.tell(.end) })
            XML_SetCharacterDataHandler(parser) { listener, text, count in
                Listener.of(listener)?.tell(.text(UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : Int(count))))
            }
        }

        private static func of(_ pointer: UnsafeMutableRawPointer?) -> Listener? {
            pointer.map { Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
        }

        private func tell(_ event: XMLEvent) {
            guard !hasEnough else { return }
            let start = max(0, Int(XML_GetCurrentByteIndex(parser)))
            if handle(event, start..<start + max(0, Int(XML_GetCurrentByteCount(parser)))) { return }
            hasEnough = true
            XML_StopParser(parser, 0)
        }

        private static func name(_ text: UnsafePointer<XML_Char>?) -> XMLName {
            let text = text.map { String(cString: $0) } ?? ""
            guard let end = text.utf8.lastIndex(of: separator) else { return XMLName(namespace: "", local: text) }
            return XMLName(namespace: String(text[..<end]), local: String(text[text.utf8.index(after: end)...]))
        }

        /// - Parameter list: names and values in turn, with nothing at its end.
        private static func attributes(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) -> [(name: XMLName, value: String)] {
            var attributes = [(name: XMLName, value: String)]()
            guard var place = list else { return [] }
            while let key = place.pointee, let value = (place + 1).pointee {
                attributes.append((name(key), String(cString: value)))
                place += 2
            }
            return attributes
        }
    }
}
