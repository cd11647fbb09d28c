import CommonMark

/// The kinds of blocks that a course has beside GitHub's remarks.
enum BlockKind: String, CaseIterable, Sendable {
    case objectives, keypoints, activity, `case`, reading, reflection, quiz

    /// The kind of a block quote; `nil` where it is none of a course.
    init?(of quote: Markup.Node) {
        guard let kind = quote.alertKind else { return nil }
        self.init(rawValue: String(decoding: kind, as: UTF8.self).lowercased())
    }

    /// Whether it may say how long it takes.
    var takesTime: Bool { self == .activity || self == .reading }

    /// As authors write it.
    var word: String { rawValue.uppercased() }
}

/// What a page has had of blocks so far.
struct BlockTally {
    /// All of them, for ids.
    private(set) var count = 0
    /// Those that nothing but their kind names.
    private var unnamed: [BlockKind: Int] = [:]

    mutating func add() -> Int {
        count += 1
        return count
    }

    /// Which one of its kind without a title it is, from 1.
    mutating func addUnnamed(_ kind: BlockKind) -> Int {
        unnamed[kind, default: 0] += 1
        return unnamed[kind, default: 1]
    }

    /// The objectives in a page's front matter stand above its text.
    mutating func countObjectives() {
        unnamed[.objectives, default: 0] += 1
    }
}
