import Testing

@testable import CourseSite

/// Texts in which one sees the no-break spaces: `‿` is U+202F, `~` is U+00A0.
extension String {
    var withNoBreakSpaces: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "‿" ? "\u{202F}" : $0 == "~" ? "\u{A0}" : $0 }))
    }

    var withVisibleSpaces: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{202F}" ? "‿" : $0 == "\u{A0}" ? "~" : $0 }))
    }
}

extension Typographer {
    /// A text as it is set, with visible spaces in both.
    func visiblySet(_ text: String) -> String { set(text.withNoBreakSpaces).withVisibleSpaces }

    /// A text in pieces as it is set: the pieces that are text, in one, with `□` for a word and `␤` for a space among them.
    func set(_ parts: [TextPart], separator: String = "") -> String {
        var bytes = [UInt8]()
        var pieces = [TextPiece]()
        for part in parts {
            switch part {
            case .text(let text):
                pieces.append(.text(bytes.count..<bytes.count + text.utf8.count))
                bytes += Array(text.utf8)
            case .piece(let piece): pieces.append(piece)
            }
        }
        var output = [UInt8]()
        bytes.withUnsafeBufferPointer { bytes in
            var edits = [TypographyEdit]()
            find(in: pieces, of: bytes, into: &edits)
            for (index, piece) in pieces.enumerated() {
                if index > 0 { output += Array(separator.utf8) }
                switch piece {
                case .text(let range): edits.filter { $0.piece == index }.write(range, of: bytes, into: &output)
                case .word: output += Array("□".utf8)
                case .space: output += Array("␤".utf8)
                case .edge: output += Array("¶".utf8)
                }
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}

/// A part of a text for a test.
enum TextPart: ExpressibleByStringLiteral, CustomTestStringConvertible {
    case text(String)
    case piece(TextPiece)

    init(stringLiteral text: String) { self = .text(text) }

    static let word = TextPart.piece(.word)
    static let space = TextPart.piece(.space)
    static let edge = TextPart.piece(.edge)

    var testDescription: String {
        switch self {
        case .text(let text): text
        case .piece(let piece): "\(piece)"
        }
    }
}
