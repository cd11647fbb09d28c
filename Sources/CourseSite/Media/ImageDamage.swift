/// Why an image's size cannot be read from it.
struct ImageDamage: Error, Hashable, Sendable {
    /// A sentence without a full stop.
    let message: String

    init(_ message: String) {
        self.message = message
    }

    static let cutOff = ImageDamage("the file ends before it says how large the image is")
    static let noSize = ImageDamage("the image has a side without length")
}
