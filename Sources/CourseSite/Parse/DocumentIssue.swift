import Diagnostics

/// Something wrong in a page's source, before its line and column are known.
///
/// True positions cost time that a page without a mistake should not take: issues name the node, and the page is read again only to find where it stands.
struct DocumentIssue: Sendable {
    enum Place: Sendable {
        /// The file as a whole.
        case file
        /// A value of the front matter.
        case value(start: SourcePosition, end: SourcePosition)
        /// A node of the markup, in reading order.
        case node(Int)
        /// Where a link or an image leads.
        case destination(Int)
        /// What stands behind the kind in the brackets of a block, by the block quote.
        case blockDetail(Int)
        /// The id at the end of a block's title.
        case blockID(Int)
    }

    let place: Place
    /// Without a location.
    let diagnostic: Diagnostic

    init(_ place: Place, _ diagnostic: Diagnostic) {
        self.place = place
        self.diagnostic = diagnostic
    }

    init(_ value: Located<String>, _ diagnostic: Diagnostic) {
        self.init(.value(start: value.start, end: value.end), diagnostic)
    }
}
