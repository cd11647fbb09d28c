/// Diagnostics the way a person reads them on a terminal: the line, the place in it, the remedy.
///
/// Total: any location is shown, also one that lies outside its text.
public struct TerminalRenderer: Sendable {
    /// Whether to colour, by ANSI escapes.
    public var colour: Bool

    /// A renderer that colours or does not.
    public init(colour: Bool) {
        self.colour = colour
    }

    /// All of them, a blank line between each.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(render).joined(separator: "\n")
    }

    /// One of them, ending in a newline.
    public func render(_ diagnostic: Diagnostic) -> String {
        let accent = diagnostic.severity == .error ? Palette.Style.red : .yellow
        var text = "\(paint("\(diagnostic.severity.rawValue): \(diagnostic.code)", accent)): \(printable(diagnostic.message))\n"
        var margin = 1
        if let location = diagnostic.location {
            margin = String(location.start.line).count
            let pad = String(repeating: " ", count: margin)
            text += "\(pad)\(paint("-->", .blue)) \(place(location))\n"
            if let excerpt = location.excerpt {
                let shown = Excerpt(line: excerpt, location: location)
                text += paint("\(pad) |", .blue) + "\n"
                text += paint("\(location.start.line) |", .blue) + " \(shown.text)\n"
                text += paint("\(pad) |", .blue) + " \(shown.indent)\(paint(shown.carets, accent))\n"
            }
        }
        let pad = String(repeating: " ", count: margin)
        for note in diagnostic.notes { text += "\(pad) \(paint("=", .blue)) note: \(printable(note))\n" }
        if let help = diagnostic.help { text += "\(pad) \(paint("=", .blue)) help: \(printable(help))\n" }
        return text
    }

    private func place(_ location: SourceLocation) -> String {
        guard location.excerpt != nil else { return printable(location.path) }
        return "\(printable(location.path)):\(location.start.line):\(location.start.column)"
    }

    private func paint(_ text: String, _ style: Palette.Style) -> String {
        Palette(colour: colour).paint(text, style)
    }
}

/// The part of a line that is shown, at most `width` characters of it, with carets below the place.
private struct Excerpt {
    private static let width = 100

    let text: String
    let indent: String
    let carets: String

    init(line: String, location: SourceLocation) {
        let scalars = Array(line.unicodeScalars)
        let firstColumn = max(location.excerptColumn, 1)
        let start = min(max(max(location.start.column, 1) - firstColumn, 0), scalars.count)
        let sameLine = location.end.line == location.start.line
        let end = sameLine ? min(max(max(location.end.column, 1) - firstColumn, start), scalars.count) : scalars.count
        let first = max(0, min(start - Self.width / 2, scalars.count - Self.width))
        let last = min(scalars.count, first + Self.width)

        let before = Self.expand(scalars[first..<min(start, last)])
        let marked = Self.expand(scalars[min(start, last)..<min(end, last)])
        let after = Self.expand(scalars[min(end, last)..<last])
        text = (first > 0 ? "…" : "") + before + marked + after + (last < scalars.count ? "…" : "")
        indent = (first > 0 ? " " : "") + String(repeating: " ", count: Self.columns(before))
        carets = String(repeating: "^", count: max(1, Self.columns(marked)))
    }

    /// Tabs as four blanks, control characters as pictures: what stands on the terminal has a known width and no effect.
    private static func expand(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            if scalar == "\t" { text.append(contentsOf: "    ".unicodeScalars) } else { text.append(visible(scalar)) }
        }
        return String(text)
    }

    /// Cells on a terminal: one a character, two a wide one (East Asian, emoji), none for what combines with the one before.
    private static func columns(_ text: String) -> Int {
        text.reduce(0) { count, character in
            guard let first = character.unicodeScalars.first else { return count }
            switch first.value {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                return count + 2
            default: return count + 1
            }
        }
    }
}
