/// Media types of the files that a course offers, by the name's ending.
public enum MediaType {
    static func of(_ path: OutputPath) -> String { of(path.string) }

    /// - Parameter path: slashes between its folders.
    static func of(_ path: some StringProtocol) -> String {
        types[ending(of: path)] ?? "application/octet-stream"
    }

    /// What a server says that a file is, texts with their encoding.
    /// - Parameter path: slashes between its folders.
    public static func served(_ path: String) -> String {
        switch ending(of: path) {
        case "html": return "text/html; charset=utf-8"
        case "css": return "text/css; charset=utf-8"
        case "js": return "text/javascript; charset=utf-8"
        case "xml": return "application/xml"
        case "json": return "application/json"
        case "webmanifest": return "application/manifest+json"
        default:
            let type = of(path)
            return type.hasPrefix("text/") ? "\(type); charset=utf-8" : type
        }
    }

    /// What follows the last full stop of the last name, in small letters; nothing where there is none.
    static func ending(of path: some StringProtocol) -> String {
        let name = path.split(separator: "/").last ?? path[...]
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }

    private static let types = [
        "avif": "image/avif", "csv": "text/csv", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "epub": "application/epub+zip", "flac": "audio/flac", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "m4a": "audio/mp4",
        "mp3": "audio/mpeg", "mp4": "video/mp4", "odp": "application/vnd.oasis.opendocument.presentation",
        "ods": "application/vnd.oasis.opendocument.spreadsheet", "odt": "application/vnd.oasis.opendocument.text", "oga": "audio/ogg",
        "ogg": "audio/ogg", "ogv": "video/ogg", "opus": "audio/ogg", "pdf": "application/pdf", "png": "image/png",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "svg": "image/svg+xml", "txt": "text/plain",
        "vtt": "text/vtt", "wav": "audio/wav", "webm": "video/webm", "webp": "image/webp",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
    ]
}
