/// What browsers play: the two elements of HTML for it.
enum AudioVideo: String, CaseIterable, Sendable {
    case audio
    case video

    /// - Parameter path: of a file; its ending tells. The table of media types has only sounds and films that browsers play.
    /// - Returns: `nil` where the file is neither.
    init?(named path: some StringProtocol) {
        guard let kind = MediaType.of(path).split(separator: "/").first.flatMap({ AudioVideo(rawValue: String($0)) }) else { return nil }
        self = kind
    }

    /// As messages call it.
    var word: String { self == .audio ? "recording" : "video" }

    /// What an address in a text shows.
    enum Showing {
        case image
        case plays(AudioVideo)
        /// Sounds and films in formats that not every browser plays.
        case unplayable(ending: String)
    }

    /// - Parameter address: what follows the path of the file does not count: `film.mp4#t=10`.
    static func shown(at address: String) -> Showing {
        let bytes = address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
        // Most addresses are those of images, and are told from others by a letter: GIF, JPEG, PNG, SVG.
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), let first = bytes[dot...].dropFirst().first,
            !"gjpsGJPS".utf8.contains(first)
        else { return .image }
        let path = String(bytes) ?? address
        let ending = MediaType.ending(of: path)
        if unplayable.contains(ending) { return .unplayable(ending: ending) }
        return AudioVideo(named: path).map(Showing.plays) ?? .image
    }

    private static let unplayable: Set<String> = [
        "3gp", "aif", "aiff", "amr", "avi", "flv", "m4v", "mid", "midi", "mkv", "mov", "mpeg", "mpg", "ogm", "ra", "rm", "wma", "wmv",
    ]
}
