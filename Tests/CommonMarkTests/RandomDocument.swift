/// Nasty documents made from a number: nested containers, lazy lines, tabs, hard breaks, references, tables, whatever moves an inline
/// from where a parser thinks it is. Every link has a name that occurs once, so that a search of the text tells where it is.
struct RandomDocument {
    private var state: UInt64
    private var links = 0
    private var references: [String] = []

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func make() -> String {
        var lines: [String] = []
        for _ in 0..<3 + below(6) { lines += block(depth: 0) + (chance(9) ? [] : [""]) }
        lines += ["", "[^1]: note with \(link())", "    and \(link())", ""] + references
        let text = lines.joined(separator: chance(4) ? "\r\n" : "\n")
        return chance(3) ? text : text + "\n"
    }

    // MARK: - Chance

    private mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    private mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
    /// Once in so many times.
    private mutating func chance(_ bound: Int) -> Bool { below(bound) == 0 }
    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    // MARK: - Blocks

    private mutating func block(depth: Int) -> [String] {
        switch below(depth < 4 ? 12 : 6) {
        case 0: return [String(repeating: "#", count: 1 + below(4)) + pick([" ", "   ", "\t"]) + inlines(3) + pick(["", " ##", "  # "])]
        case 1: return paragraph() + [pick(["===", "---", " =", "-- "])]
        case 2: return table()
        case 3: return [pick(["```", "~~~"]), "[code](x)", "[^1]: x", pick(["```", "~~~"])]
        case 4: return (chance(2) ? ["[ref\(below(9))]: /r"] : []) + paragraph()
        case 5: return paragraph()
        case 6, 7, 8: return quote(depth)
        default: return list(depth)
        }
    }

    private mutating func blocks(_ depth: Int) -> [String] {
        var lines = block(depth: depth + 1)
        for _ in 0..<below(3) { lines += [""] + block(depth: depth + 1) }
        return lines
    }

    private mutating func quote(_ depth: Int) -> [String] {
        let marker =
            chance(4)
            ? ["> [!\(pick(["NOTE", "quiz", "ACTIVITY 20 min", "A  b"]))] " + inlines(1) + pick(["", " {#id-\(below(1000))}"])] : []
        return marker
            + blocks(depth).map { line in
                // A line without its mark goes on lazily, or ends the quote: the text search knows nothing of it either way.
                chance(12) && !line.isEmpty ? line : pick(["> ", "> ", ">", ">\t", " > "]) + line
            }
    }

    private mutating func list(_ depth: Int) -> [String] {
        let marker = pick(["- ", "* ", "-   ", "1. ", "10) ", "-\t", "- [ ] ", "- [x] "])
        let indent =
            marker.hasPrefix("1")
            ? String(marker.map { $0 == "\t" ? "\t" : " " }) : marker == "-\t" ? "\t" : marker == "-   " ? "    " : "  "
        return blocks(depth).enumerated().map { number, line in
            number == 0 ? marker + line : line.isEmpty ? "" : chance(15) ? line : indent + line
        }
    }

    private mutating func paragraph() -> [String] {
        var lines: [String] = []
        for _ in 0...below(4) { lines.append(pick(["", "", "", " ", "   "]) + inlines(3) + pick(["", "", "  ", "\\", "   ", " "])) }
        return lines
    }

    private mutating func table() -> [String] {
        let columns = 1 + below(3)
        var lines = chance(3) ? [inlines(2)] : []
        let isFramed = columns == 1 || chance(2)
        for row in 0..<3 {
            let cells = (0..<columns).map { _ in chance(8) ? "" : row == 1 ? "---" : inlines(2) }
            let filled = row == 1 ? cells.map { _ in pick(["---", ":-:", "--:"]) } : cells
            lines.append(
                isFramed ? "|" + pick([" ", ""]) + filled.joined(separator: " | ") + " |" : filled.joined(separator: pick(["|", " | "])))
        }
        return lines
    }

    // MARK: - Inlines

    private mutating func inlines(_ most: Int) -> String {
        (0...below(most)).map { _ in inline() }.joined(separator: pick([" ", " ", "  ", ""]))
    }

    private mutating func inline() -> String {
        switch below(14) {
        case 0: return "word"
        case 1: return pick(["é à 中", "&eacute;", "\\*", "\\\\", "&amp;amp;", "a_b_c", "5 * 3", "🎉"])
        case 2: return pick(["`c d`", "``a ` b``", "`x\\|y`", "<b>h</b>", "<!-- c -->"])
        case 3: return pick(["*", "_", "**", "~~", "***"]).wrapping(link())
        case 4: return pick(["**a*", "*a**", "~~~b~~", "[unmatched", "![", "[^1]", "[^none] "])
        case 5: return "*e " + link() + "*"
        default: return link()
        }
    }

    private mutating func link() -> String {
        links += 1
        let number = links
        switch below(10) {
        case 0: return "![t\(number)x](u\(number)x \"T\")"
        case 1: return "[t\(number)x](<u\(number)x> 'T')"
        case 2:
            references.append("[r\(number)x]: u\(number)x")
            return pick(["[t\(number)x][r\(number)x]", "![t\(number)x][r\(number)x]"])
        case 3:
            references.append("[t\(number)x]: u\(number)x")
            return pick([" [t\(number)x] ", " [t\(number)x][]"])
        case 4: return "<http://u\(number)x>"
        case 5: return " http://u\(number)x.org "
        case 6: return " www.u\(number)x.org "
        case 7: return " me\\_too@u\(number)x.org "
        default: return "[t\(number)x *y* `z`](u\(number)x)"
        }
    }
}

extension String {
    fileprivate func wrapping(_ text: String) -> String { self + text + self }
}
