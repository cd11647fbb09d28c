/// A page's text as HTML, with gaps where only the whole course knows what belongs there: addresses and anchors.
///
/// A text is rendered once, where it is parsed, alone and in parallel; showing it in another locale, or in an offline copy where links lead elsewhere, fills the gaps anew.
struct Prose: Sendable {
    struct Gap: Sendable {
        enum Content: Sendable {
            /// The anchor of a heading, for an attribute.
            case anchor(heading: Int)
            /// `<a` and its `href`, or what stands for a link that leads nowhere here.
            case linkStart(Int)
            /// `</a>`, or its counterpart.
            case linkEnd(Int)
            /// The address of an image, for an attribute.
            case imageSource(Int)
            /// Its width and height, as attributes, where they are known.
            case imageSize(Int)
            /// A whole element, which plays a recording or a video.
            case player(Int)
            /// Code with colours, where there is some, in place of what stands behind the gap.
            case code(Int)
            /// The id of a quiz or a reflection, for an attribute.
            case exerciseID(Int)
            /// What stands for an answer of a quiz, for an attribute.
            case answerValue(exercise: Int, answer: Int)
        }

        /// Offset in `html`.
        let offset: Int
        let content: Content
    }

    var html: [UInt8] = []
    /// By offset.
    var gaps: [Gap] = []
    var headings: [Heading] = []
    var links: [Link] = []
    /// The files that are shown and played.
    var images: [Link] = []
    var players: [Player] = []
    /// Where the site wants code highlighted, that of it which names its language.
    var codes: [CodeBlock] = []
    var exercises: [Exercise] = []
    /// What learners will be able to do, by the text's own blocks: their items without markup.
    var objectives: [String] = []
    /// In minutes, what the activities and readings in the text take together.
    var minutes = 0
    /// Where the notes begin; `nil` where there are none.
    var notes: Int?
    /// `nil` where there are none.
    var keyPoints: KeyPoints?
}

/// A heading of a page's text. The title is none of them.
struct Heading: Sendable {
    /// 1 to 6.
    let level: Int
    /// Without markup.
    let text: String
    /// The same as its author typed it, before quotes and dashes were set: anchors are made of it, and do not depend on typography.
    let typed: String
    /// The author's own `{#id}`.
    let explicitID: String?
    /// Where it lies in the prose's HTML.
    let html: Range<Int>
    /// Its place in the markup, in reading order.
    let node: Int
}

/// Where a link or an image leads, as its author wrote it.
struct Link: Sendable {
    /// As its author wrote it, escapes and entities resolved; UTF-8.
    let address: [UInt8]
    /// Its place in the markup, in reading order.
    let node: Int

    var destination: String { String(decoding: address, as: UTF8.self) }
}
