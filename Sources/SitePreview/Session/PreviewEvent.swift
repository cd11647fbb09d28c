import Diagnostics

/// Something that browsers are told, as an event stream has it (HTML Living Standard, section 9.2).
struct PreviewEvent: Sendable {
    /// As it goes over the wire.
    let text: String

    private init(_ name: String, _ data: JSONValue) {
        text = "event: \(name)\ndata: \(data.compact)\n\n"
    }

    private init(text: String) {
        self.text = text
    }

    /// Says nothing: only whether the other side is still there comes to light by it.
    static let silence = PreviewEvent(text: ":\n\n")

    /// To who has just come.
    static func hello(build: Int) -> PreviewEvent {
        let hello = PreviewEvent("hello", .members(["build": .number(build)]))
        // A browser whose connection was cut waits for three seconds if nobody says otherwise.
        return PreviewEvent(text: "retry: 500\n" + hello.text)
    }

    /// After a look at changed files.
    static func change(_ change: ServedChange, build: Int) -> PreviewEvent {
        PreviewEvent(
            "change",
            .members([
                "build": .number(build),
                "pages": change.pages.map { .list($0.map { .text($0.string) }) },
                "theme": .flag(change.isOfTheme),
                "media": change.media.isEmpty ? nil : .list(change.media.map { .text($0.string) }),
                "follow": change.follow.map { .text($0) },
            ]))
    }

    /// What is wrong now.
    static func problems(_ problems: ProblemList, build: Int) -> PreviewEvent {
        PreviewEvent("problems", .members([("build", JSONValue.number(build))] + problems.members))
    }
}
