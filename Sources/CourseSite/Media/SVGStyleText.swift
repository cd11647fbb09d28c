/// The text of a `<style>` element: it comes in pieces, between which there are entities, comments and line ends.
struct SVGStyleText {
    private var text: [UInt8] = []
    /// For each piece, where it begins in the text and in the file.
    private var pieces: [(text: Int, file: Int)] = []

    mutating func append(_ piece: UnsafeRawBufferPointer, at offset: Int) {
        pieces.append((text.count, offset))
        text.append(contentsOf: piece)
    }

    /// What it would load.
    var problems: [MediaProblem] {
        CSSReferences(in: text).references.compactMap { reference in
            let start = offset(of: reference.range.lowerBound)
            let range = start..<max(start, offset(of: reference.range.upperBound - 1) + 1)
            return MediaProblem.reference(reference, at: range)
        }
    }

    private func offset(of place: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].text <= place { low = middle } else { high = middle }
        }
        return pieces.indices.contains(low) ? pieces[low].file + place - pieces[low].text : 0
    }
}

extension MediaProblem {
    /// - Returns: `nil` for a reference that stays in the file.
    static func reference(_ reference: CSSReferences.Reference, at range: Range<Int>) -> MediaProblem? {
        switch reference.kind {
        case .sheet:
            MediaProblem(
                rule: .unsafeSVG, message: "“@import” loads a style sheet from elsewhere", help: "write its rules into the <style> element",
                range: range)
        case .image where SVGReference.isInsideStyle(reference.target): nil
        case .image:
            MediaProblem(
                rule: .unsafeSVG, message: "this style loads “\(shown(reference.target))”: an image cannot load other files",
                help: "embed what it needs in the file (data:…;base64,…), or take the style out", range: range)
        }
    }

    /// An address as it can be shown in a message.
    static func shown(_ target: some Collection<UInt8>) -> String {
        let text = String(decoding: target.prefix(60), as: UTF8.self)
        return target.count > 60 ? "\(text)…" : text
    }
}
