import CommonMark
import Testing

@Suite struct PositionsTests {
    @Test(
        "All links of the documents of positions.json",
        .enabled(if: SharedData.positions != nil, "../shared/data/positions.json is absent: 10,002 links not placed"))
    func recordedLinks() throws {
        let documents = try #require(SharedData.positions)
        let parser = MarkupParser(extensions: [.table, .strikethrough, .autolink, .footnotes])
        var count = 0
        for document in documents {
            let markup = parser.parse(Array(document.markdown.utf8), positions: .recovered)
            let found = markup.links.map { [$0.destination ?? "", place(of: $0.range.lowerBound, in: markup.source)] }
            #expect(found == document.links.map { [$0.destination, "\($0.line):\($0.column)"] }, "\(document.markdown)")
            for link in markup.links { #expect(markup.written(link.destinationRange) == link.destination) }
            count += found.count
        }
        #expect(count == 10_002)
    }

    private func place(of offset: Int, in source: [UInt8]) -> String {
        let before = source[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return "\(line):\(offset - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1))"
    }
}
