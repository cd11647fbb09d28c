/// What a page's face holds of a term of the glossary.
struct TermDefinition: Hashable, Sendable {
    /// The term's place among the headings of the text.
    let heading: Int
    let text: [UInt8]

    init(_ term: GlossaryTerm) {
        heading = term.heading
        text = term.definition
    }

    init(from reader: inout RecordReader) throws(RecordReader.Damage) {
        heading = try reader.int()
        text = Array(try reader.bytes())
    }

    func write(to writer: inout RecordWriter) {
        writer.write(heading)
        writer.write(text[...])
    }

    /// The term, of which only this is known.
    var term: GlossaryTerm { GlossaryTerm(heading: heading, html: 0..<0, definition: text) }
}

extension Document {
    /// The addresses, each once, that may lead to terms, as they are written: where that is not certain, rather one too many.
    var mayBeTermLinks: [String] {
        guard !file.key.isGlossary else { return [] }
        var found = Set<String>()
        for link in prose.links {
            guard let end = link.address.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) else { continue }
            let path = link.address[..<end]
            guard path.contains(UInt8(ascii: "%")) || path.suffix(Self.glossaryName.count).elementsEqual(Self.glossaryName) else {
                continue
            }
            found.insert(link.destination)
        }
        return found.sorted()
    }

    private static let glossaryName = Array(PageKey.glossary.utf8)
}
