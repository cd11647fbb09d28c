import Diagnostics

/// Files that pages show.
extension Explanation {
    private static let page = File("content/en/index.md", "# Course\n\n![The district has four towns](map.svg)")
    private static let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">"
    private static let drawing = File("content/en/map.svg", start + "<path d=\"M0 0h20\"/></svg>\n")

    static let invalidSVG = Explanation(
        MediaRule.invalidSVG, "a drawing is no well-formed SVG",
        "Browsers show nothing of an SVG with one mistake in it; where it stops depends on the browser.",
        wrong: .files([page, .init("content/en/map.svg", start + "<path d=\"M0 0h20\"></svg>\n")]), right: .files([page, drawing]))

    static let unsafeSVG = Explanation(
        MediaRule.unsafeSVG, "a drawing runs a program or loads something",
        "An SVG can hold scripts and ask other sites for files. Opened by its address it would do so in the reader's browser, in the "
            + "name of the course; a drawing needs neither.",
        wrong: .files([page, .init("content/en/map.svg", start + "<script>alert(1)</script></svg>\n")]), right: .files([page, drawing]))

    static let damagedImage = Explanation(
        MediaRule.damagedImage, "an image cannot be read",
        "What was cut off on its way, or saved half, shows as a gap, and its size is not known, so that the page jumps while it loads.",
        wrong: .words("a PNG file that ends after its first bytes"), right: .words("the same file, taken from its source again"))

    static let misnamedImage = Explanation(
        MediaRule.misnamedImage, "an image is of another format than its name says",
        "Web hosts tell browsers the format by the name; a browser that believes it shows nothing.",
        wrong: .files([
            .init("content/en/index.md", "# Course\n\n![The district has four towns](map.png)"), .init("content/en/map.png", drawing.text),
        ]),
        right: .files([page, drawing]))

    private static let interview = "# Course\n\n![Interview with a mayor](interview.mp4)"
    private static let captions = File("content/en/interview.en.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nWe opened one counter.\n")

    static let playerInText = Explanation(
        Rule.playerInText, "a recording or a video stands in the middle of a paragraph",
        "“![What it is](interview.mp4)” alone in its paragraph is a player, as wide as the text. It has no place in a sentence or a tight list.",
        wrong: .files([
            .init("content/en/index.md", "# Course\n\nHear ![the mayor](interview.mp4) first."), .init("content/en/interview.mp4"),
        ]),
        right: .files([.init("content/en/index.md", interview), .init("content/en/interview.mp4"), captions]))

    static let unplayableMedia = Explanation(
        Rule.unplayableMedia, "a recording or a video is in a format that not every browser plays",
        "MP4, WebM, MP3, M4A, Opus and WAV play everywhere or nearly so; other formats show an empty player, or a download that nothing opens.",
        wrong: .files([
            .init("content/en/index.md", "# Course\n\n![Interview with a mayor](interview.avi)"), .init("content/en/interview.avi"),
        ]),
        right: .files([.init("content/en/index.md", interview), .init("content/en/interview.mp4"), captions]))

    static let missingCaptions = Explanation(
        Rule.missingCaptions, "a recording or a video has no captions in the language of the page",
        "Who does not hear it, has no sound where they are, or does not know the language that is spoken, gets nothing. Captions are WebVTT, in "
            + "“interview.en.vtt” beside “interview.mp4”, one for each locale; browsers show them over a video, and the page shows what they say as the "
            + "transcript below the player, which is all that a recording without pictures needs, and all there is on paper.",
        wrong: .files([.init("content/en/index.md", interview), .init("content/en/interview.mp4")]),
        right: .files([.init("content/en/index.md", interview), .init("content/en/interview.mp4"), captions]))

    static let invalidCaptions = Explanation(
        MediaRule.invalidCaptions, "captions would not be shown, or only in part",
        "A browser that meets a mistake in a WebVTT file leaves out the caption, or all that follow; whoever needs them is not told "
            + "that anything is missing.",
        wrong: .words("a line of times such as “00:01,000 --> 00:04,000”, with a comma"),
        right: .words("“00:01.000 --> 00:04.000”, with a full stop"))
}
