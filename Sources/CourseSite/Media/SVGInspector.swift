/// Reads an SVG once: its size, and everything for which it is refused, since it would run code, load something, or not be shown.
///
/// In an `<img>` browsers run and load nothing; but the file can be opened by itself, and is then a page of the course's own origin.
final class SVGInspector {
    static func inspect(_ bytes: [UInt8]) -> SVGInspection {
        bytes.withUnsafeBytes { inspect($0) }
    }

    static func inspect(_ bytes: UnsafeRawBufferPointer) -> SVGInspection {
        let inspector = SVGInspector(bytes)
        inspector.read()
        return inspector.inspection
    }

    private let bytes: UnsafeRawBufferPointer
    private var inspection = SVGInspection()
    private var depth = 0
    /// The `<style>` that is open: how deep it lies, and its text with the places where its pieces come from.
    private var style: (depth: Int, text: SVGStyleText)?

    private init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private func read() {
        // A sound XML has no NUL, and UTF-16 has one at every other place: expat, which would read it, is not asked.
        if let nul = bytes.firstIndex(of: 0) {
            refuse(.notUTF8(at: nul..<nul + 1))
            return
        }
        let failure = XMLReader.read(bytes) { event, range in self.takes(event, range) }
        if let (problem, offset) = failure {
            refuse(
                MediaProblem(rule: .invalidSVG, message: problem.message, help: problem.help, range: offset..<min(offset + 1, bytes.count)))
        }
    }

    private func refuse(_ problem: MediaProblem) {
        inspection.problems.append(problem)
    }

    /// - Returns: whether to go on.
    private func takes(_ event: XMLEvent, _ range: Range<Int>) -> Bool {
        switch event {
        case .declaration(let encoding):
            if let encoding, !SVGEncoding.isRead(encoding, in: bytes) { refuse(.encoding(encoding, at: range)) }
        case .documentType(let isExternal, let hasSubset):
            // Entities can make a small file mean a large one, and give a name to what is looked for here: nothing of them is read.
            if isExternal || hasSubset { refuse(.documentType(hasSubset: hasSubset, at: range)) }
            return !hasSubset
        case .instruction(let target):
            if target == "xml-stylesheet" { refuse(.styleSheet(at: range)) }
        case .start(let name, let attributes):
            depth += 1
            if depth == 1, !takesRoot(name, attributes, range) { return false }
            let element = SVGElement(name: name, attributes: attributes, tag: range, file: bytes)
            inspection.problems += element.problems
            if name.local == "style", style == nil { style = (depth, SVGStyleText()) }
        case .end:
            if let style, style.depth == depth {
                inspection.problems += style.text.problems
                self.style = nil
            }
            depth -= 1
        case .text(let text):
            if style?.depth == depth { style?.text.append(text, at: range.lowerBound) }
        }
        return true
    }

    private func takesRoot(_ name: XMLName, _ attributes: [(name: XMLName, value: String)], _ range: Range<Int>) -> Bool {
        guard name.local == "svg" else {
            refuse(.noSVG(name.local, at: range))
            return false
        }
        inspection.isSVG = true
        if name.namespace != SVGElement.namespace {
            refuse(.withoutNamespace(at: range.lowerBound..<min(range.lowerBound + 4, bytes.count)))
        }
        func value(_ local: String) -> String? { attributes.first { $0.name == XMLName(namespace: "", local: local) }?.value }
        inspection.size = SVGLength.size(width: value("width"), height: value("height"), viewBox: value("viewBox"))
        return true
    }
}

extension MediaProblem {
    fileprivate static func notUTF8(at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .invalidSVG, message: "there is a NUL byte here: this is not a text in UTF-8",
            help: "save the file in the encoding UTF-8",
            range: range)
    }

    fileprivate static func encoding(_ name: String, at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .invalidSVG, message: "the file says that its encoding is “\(name)”, not UTF-8",
            help: "save the file in the encoding UTF-8",
            range: range)
    }

    fileprivate static func documentType(hasSubset: Bool, at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .unsafeSVG,
            message: hasSubset ? "the document type declares things of its own here" : "the document type refers to a file elsewhere",
            help: "take “<!DOCTYPE …>” out: no browser needs it" + (hasSubset ? ", and write what its entities stand for" : ""),
            range: range)
    }

    fileprivate static func styleSheet(at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .unsafeSVG, message: "“<?xml-stylesheet?>” loads a style sheet from elsewhere",
            help: "write its rules into a <style> element",
            range: range)
    }

    fileprivate static func noSVG(_ name: String, at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .invalidSVG, message: "the outermost element is “\(name)”, not “svg”",
            help: "save the drawing as SVG from a program for drawing",
            range: range)
    }

    fileprivate static func withoutNamespace(at range: Range<Int>) -> MediaProblem {
        MediaProblem(
            rule: .invalidSVG, message: "the element “svg” lacks its namespace: no browser shows the file as an image",
            help: "write <svg xmlns=\"\(SVGElement.namespace)\" …>", range: range)
    }
}
