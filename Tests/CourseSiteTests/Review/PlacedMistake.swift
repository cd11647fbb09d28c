/// The smallest text that breaks a rule, in which `⟦` and `⟧` stand around what the rule must point at. `%` is a number of its own
/// on each page.
struct PlacedMistake: Sendable {
    /// Which surroundings it can stand in.
    enum Form: Sendable {
        /// A piece of a line.
        case inline
        /// Lines of their own.
        case block
        /// Lines of their own that may stand above a table, which a quiz would take for its answers.
        case caption
        /// Lines of their own that are a block quote with a quiz in it.
        case quiz
    }

    let code: String
    let form: Form
    let text: String
    /// What must stand behind everything else.
    var below = ""

    private init(_ code: String, _ form: Form, _ text: String, below: String = "") {
        self.code = code
        self.form = form
        self.text = text
        self.below = below
    }

    static let all = links + images + others + blocks + quizzes

    /// The files that the mistakes speak of.
    static let files = [
        "map.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "map_1.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.mp4": "x",
        "a.avi": "x",
    ]

    private static let links = [
        PlacedMistake("vague-link", .inline, "[⟦here⟧](https://example.org/1)"),
        PlacedMistake("vague-link", .inline, "[⟦*click* here⟧](<https://example.org/1> 'A title')"),
        PlacedMistake("vague-link", .inline, "[⟦here⟧][label]", below: "[label]: https://example.org/1"),
        PlacedMistake("vague-link", .inline, "⟦[](https://example.org/1)⟧"),
        PlacedMistake("bare-link", .inline, "⟦https://example.org/a⟧"),
        PlacedMistake("bare-link", .inline, "⟦www.example.org/a⟧"),
        PlacedMistake("bare-link", .inline, "<⟦https://example.org/a⟧>"),
        PlacedMistake("bare-link", .inline, "[⟦www.example.org/a⟧](https://example.org/a)"),
        PlacedMistake("same-text-links", .inline, "[the report](https://example.org/1) and [⟦The report⟧](https://example.org/2)"),
        PlacedMistake("unsafe-url", .inline, "[a map](⟦javascript:a⟧)"),
        PlacedMistake("unsafe-url", .inline, "[a map](<⟦file:///a b⟧>)"),
        PlacedMistake("unsafe-url", .inline, "[a map](⟦java&#115;cript:a⟧)"),
        PlacedMistake("unsafe-url", .inline, "⟦<javascript:a>⟧"),
        PlacedMistake("broken-link", .inline, "[a page](⟦gone.md⟧)"),
        PlacedMistake("broken-link", .inline, "[a page]( ⟦gone.md#a⟧ \"A title\" )"),
        PlacedMistake("broken-link", .inline, "⟦[a page][label]⟧", below: "[label]: gone.md"),
        PlacedMistake("broken-anchor", .inline, "[a place](⟦#nowhere⟧)"),
        PlacedMistake("link-gone", .inline, "[a page](⟦https://gone.invalid/a⟧)"),
        PlacedMistake("link-moved", .inline, "[a page](<⟦https://moved.invalid/é⟧> 'A title')"),
        PlacedMistake("link-no-answer", .inline, "⟦<https://silent.invalid/>⟧"),
        PlacedMistake("link-no-answer", .inline, "⟦[a page][label]⟧", below: "[label]: https://silent.invalid/"),
        PlacedMistake("outside-content", .inline, "[a file](⟦../../../a.txt⟧)"),
    ]

    private static let images = [
        PlacedMistake("file-name-as-alternative", .inline, "![⟦map_1.svg⟧](map_1.svg)"),
        PlacedMistake("file-name-as-alternative", .inline, "[![⟦map_1⟧](map_1.svg)](https://example.org/1)"),
        PlacedMistake("missing-alternative", .inline, "⟦![](map.svg)⟧"),
        PlacedMistake("missing-file", .inline, "![A map](⟦gone.svg⟧)"),
        PlacedMistake("external-image", .inline, "![A map](⟦https://example.org/map.svg⟧)"),
        PlacedMistake("player-in-text", .inline, "the words ⟦![of a mayor](a.mp4)⟧ first"),
        PlacedMistake("unplayable-media", .inline, "⟦![A mayor](a.avi)⟧"),
        PlacedMistake("missing-captions", .block, "⟦![A mayor](a.mp4)⟧\n\nMore."),
    ]

    private static let others = [
        PlacedMistake("capitals", .inline, "⟦DO NOT FORGET⟧"),
        PlacedMistake("capitals", .inline, "caf&eacute; \\* ⟦DO NOT FORGET⟧"),
        PlacedMistake("raw-html", .inline, "⟦<b>⟧bold</b>"),
        PlacedMistake("raw-html", .inline, "⟦<i title=\"é\">⟧words</i>"),
        PlacedMistake("footnote", .inline, "words⟦[^none]⟧"),
    ]

    private static let blocks = [
        PlacedMistake("raw-html", .block, "⟦<div>a</div>⟧"),
        PlacedMistake("heading-jump", .block, "⟦#### Deep⟧"),
        PlacedMistake("heading-jump", .block, "⟦# A second title #⟧"),
        PlacedMistake("heading-jump", .block, "⟦A second title\n===⟧"),
        PlacedMistake("duplicate-id", .block, "## One {#one}\n\n⟦## Two {#one}⟧"),
        PlacedMistake("reserved-id", .block, "⟦## One {#l-one}⟧"),
        PlacedMistake("table-without-header", .block, "⟦|  |  |⟧\n|--|--|\n| a | b |"),
        PlacedMistake("caption-without-table", .caption, "⟦Table: words⟧"),
        PlacedMistake("footnote", .block, "⟦[^unused]:⟧ Nothing refers to it."),
        PlacedMistake("footnote", .block, "Words.[^two]\n\n[^two]: One.\n\n⟦[^two]:⟧ Two."),
        PlacedMistake("unknown-alert", .block, "> ⟦[!NOTHING] A title⟧\n> Text."),
        PlacedMistake("invalid-time", .block, "> [!ACTIVITY ⟦twenty minutes⟧] A title\n> Text."),
        PlacedMistake("invalid-time", .block, "> [!NOTE ⟦20 min⟧]\n> Text."),
        PlacedMistake("missing-question", .block, "> ⟦[!REFLECTION]⟧\n> Text."),
        PlacedMistake("duplicate-quiz-id", .block, "> [!REFLECTION] One? {#q%}\n\n> [!REFLECTION] Two? {#⟦q%⟧}"),
        PlacedMistake("unknown-allow", .block, "<!-- lutrin: allow ⟦capitls⟧: a reason -->\nText."),
        PlacedMistake("allow-without-reason", .block, "⟦<!-- lutrin: allow capitals -->⟧\n\nDO NOT FORGET"),
        PlacedMistake("unused-allow", .block, "⟦<!-- lutrin: allow capitals: a reason -->⟧\n\nText."),
    ]

    private static let quizzes = [
        PlacedMistake("missing-question", .quiz, "> ⟦[!QUIZ]⟧\n> - [x] a\n> - [ ] b"),
        PlacedMistake("quiz-form", .quiz, "> ⟦[!QUIZ] One %?⟧\n> Text."),
        PlacedMistake("quiz-form", .quiz, "> [!QUIZ] One %?\n> - [x] a\n> - [ ] b\n> ⟦- c⟧"),
        PlacedMistake("quiz-form", .quiz, "> [!QUIZ] One %?\n> - = a\n> ⟦- b⟧"),
        PlacedMistake("quiz-form", .quiz, "> [!QUIZ] One %?\n>\n> ⟦| a |\n> |---|\n> | b |⟧"),
        PlacedMistake("quiz-form", .quiz, "> [!QUIZ] One %?\n> - [x] a\n> - [ ] b\n>\n> ⟦1. a\n> 2. b⟧"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n> - [x] a\n> - [ ] b\n> - [ ] ⟦b⟧"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n> ⟦- [ ] a\n> - [ ] b⟧"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n> - [x] a\n> - ⟦[ ]⟧"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n>\n> | l | r |\n> |---|---|\n> | a | b |\n> | c | ⟦b⟧ |"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n>\n> | l | r |\n> |---|---|\n> | a | b |\n> ⟦| c |  |⟧"),
        PlacedMistake("quiz-answers", .quiz, "> [!QUIZ] One %?\n>\n> ⟦| l \\| é | r |\n> |---|---|\n> | a | b |⟧"),
    ]
}
