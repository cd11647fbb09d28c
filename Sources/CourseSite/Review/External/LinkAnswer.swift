/// What the server of an outside link says, if it is not that all is well.
enum LinkAnswer: Hashable, Sendable {
    /// There is nothing any more, or never was: `404 Not Found`, `410 Gone`.
    case gone(String)
    /// It lies elsewhere for good.
    case moved(to: String)
    /// Nobody answers, or nothing that says whether the page is there.
    case none(String)
}
