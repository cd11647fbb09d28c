/// How large an image is shown where nothing else is said: CSS pixels, upright.
struct ImageSize: Hashable, Sendable {
    let width: Int
    let height: Int

    /// - Returns: `nil` where a side is nothing, or more than any format can say.
    init?(width: Int, height: Int) {
        let possible = 1...Int(UInt32.max)
        guard possible.contains(width), possible.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    private init(turning size: ImageSize) {
        width = size.height
        height = size.width
    }

    /// Turned by a quarter.
    var turned: ImageSize { ImageSize(turning: self) }
}
