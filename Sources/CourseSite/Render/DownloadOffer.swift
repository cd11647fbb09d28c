/// A file that a page offers for download.
struct DownloadOffer: Sendable {
    let path: OutputPath
    /// In bytes.
    let size: Int
    /// What its author calls it; `nil` for what is generated.
    let title: String?

    /// `ZIP`, from the name's ending.
    var format: String {
        let name = path.string.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].uppercased() } ?? ""
    }
}
