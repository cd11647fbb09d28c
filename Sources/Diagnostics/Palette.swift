/// The colours of a terminal, by ANSI escapes, where they are wanted.
package struct Palette: Sendable {
    package enum Style: String {
        case red = "31;1", green = "32;1", yellow = "33;1", blue = "34;1", bold = "1"
    }

    package let colour: Bool

    package init(colour: Bool) {
        self.colour = colour
    }

    package func paint(_ text: String, _ style: Style) -> String {
        colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
