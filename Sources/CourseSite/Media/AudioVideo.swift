/// What browsers play: the two elements of HTML for it.
enum AudioVideo: String, Sendable {
    case audio
    case video

    /// - Parameter path: of a file; its ending tells. The table of media types has only sounds and films that browsers play.
    /// - Returns: `nil` where the file is neither.
    init?(named path: some StringProtocol) {
        guard let kind = MediaType.of(path).split(separator: "/").first.flatMap({ AudioVideo(rawValue: String($0)) }) else { return nil }
        self = kind
    }
}
