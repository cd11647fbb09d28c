import Diagnostics

/// Something that a reviewer would say about a page.
struct Finding: Sendable {
    enum Place: Sendable {
        /// The page as a whole.
        case file
        /// A value of the front matter.
        case value(start: SourcePosition, end: SourcePosition)
        /// A stretch of the text, in bytes of the file.
        case text(Range<Int>)
    }

    let place: Place
    /// Without a location.
    let diagnostic: Diagnostic

    init(_ place: Place, _ diagnostic: Diagnostic) {
        self.place = place
        self.diagnostic = diagnostic
    }
}

extension FileReport {
    func add(_ finding: Finding) {
        switch finding.place {
        case .file: add(finding.diagnostic, at: fileLocation)
        case .value(let start, let end): add(finding.diagnostic, at: location(from: start, to: end))
        case .text(let range): add(finding.diagnostic, at: location(of: range))
        }
    }
}
