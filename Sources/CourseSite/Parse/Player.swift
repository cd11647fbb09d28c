/// A recording or a video in a text: an image's syntax, alone in its paragraph, with the name of such a file.
struct Player: Sendable {
    let kind: AudioVideo
    /// Its place among the prose's images.
    let image: Int
    /// What it is, the alternative text.
    let title: String
    /// Empty where it has none.
    let caption: String
    /// Among those of its kind that have a caption, from 1; of no meaning without one.
    let number: Int
}
