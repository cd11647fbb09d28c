/// The colours of a terminal, by ANSI escapes, where they are wanted.
struct Palette: Sendable {
    enum Style: String {
        case red = "31;1", green = "32;1", yellow = "33;1", blue = "34;1", bold = "1"
    }

    let colour: Bool

    func paint(_ text: String, _ style: Style) -> String {
        colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
