extension Document {
    /// What the session says to keep of it, with all that shows of that on pages of key points; `nil` where it says nothing.
    var fingerprintOfKeyPoints: Fingerprint? {
        guard hasKeyPoints, let keyPoints = prose.keyPoints else { return nil }
        var writer = RecordWriter()
        for block in keyPoints.blocks {
            writer.write(block.title) { prose.write($1, to: &$0) }
            prose.write(block.content, to: &writer)
        }
        for (number, range) in keyPoints.notes.sorted(by: { $0.key < $1.key }) {
            writer.write(number)
            prose.write(range, to: &writer)
        }
        return Fingerprint(writer.bytes)
    }
}

extension Prose {
    /// A part of the text, with what belongs in its gaps, as far as the text knows.
    fileprivate func write(_ range: Range<Int>, to writer: inout RecordWriter) {
        writer.write(html[range])
        var index = gaps.partitioningIndex { $0.offset >= range.lowerBound }
        while index < gaps.count, gaps[index].offset <= range.upperBound {
            writer.write(gaps[index].offset - range.lowerBound)
            switch gaps[index].content {
            case .linkStart(let link): writer.write(links[link].address[...])
            case .imageSource(let image): writer.write(images[image].address[...])
            case .anchor(let heading): writer.write(heading)
            case .player(let index):
                let player = players[index]
                writer.write(images[player.image].address[...])
                writer.write(player.title)
                writer.write(player.caption)
                writer.write(player.number)
            case .code(let code): writer.write(codes[code].language)
            case .linkEnd, .imageSize, .exerciseID, .answerValue: break
            }
            index += 1
        }
    }
}
