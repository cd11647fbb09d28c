import Diagnostics

/// Gives each heading of a page its anchor: the author's own `{#id}`, else one made from the source's heading of the same place, so that
/// anchors are the same in every locale, links outlive translation and the language switch keeps its place.
enum HeadingAnchors {
    /// - Parameters:
    ///   - prose: the page's text.
    ///   - source: the anchors and text of the same page in the source's locale; `nil` for the source itself.
    static func resolve(_ prose: Prose, source: (prose: Prose, anchors: Anchors)?) -> (anchors: Anchors, issues: [DocumentIssue]) {
        let headings = prose.headings
        let exercises = ExerciseIdentity.resolve(prose.exercises, source: source?.anchors.ofExercises)
        var taken = AnchorPool()
        for exercise in exercises { _ = taken.insert(exercise.anchor) }
        var issues = [DocumentIssue]()
        for heading in headings {
            guard let id = heading.explicitID else { continue }
            if id.hasPrefix("l-") { issues.append(DocumentIssue(.node(heading.node), .reserved(id))) }
            if !taken.insert(id) { issues.append(DocumentIssue(.node(heading.node), .duplicate(id))) }
        }
        let borrowed = source.flatMap { $0.prose.headings.map(\.level) == headings.map(\.level) ? $0.anchors.ofHeadings : nil }
        var anchors = [String]()
        anchors.reserveCapacity(headings.count)
        for (index, heading) in headings.enumerated() {
            if let id = heading.explicitID {
                anchors.append(id)
            } else {
                anchors.append(taken.insertUnique(borrowed?[index] ?? Slug.anchor(for: heading.typed)))
            }
        }
        return (Anchors(ofHeadings: anchors, ofExercises: exercises), issues)
    }
}

/// The anchors of a page's headings, and what its exercises are told apart by.
struct Anchors: Sendable {
    static let none = Anchors(ofHeadings: [])

    let ofHeadings: [String]
    let ofExercises: [ExerciseIdentity]
    /// All of them, where they are many: a page may have as many as it has links to them, and no link must look through all.
    private let all: Set<String>?

    init(ofHeadings anchors: [String], ofExercises exercises: [ExerciseIdentity] = []) {
        ofHeadings = anchors
        ofExercises = exercises
        all = anchors.count > 16 ? Set(anchors) : nil
    }

    /// An anchor as the page has it: a link may write the same characters in another of Unicode's forms.
    func anchor(writtenAs fragment: String) -> String? {
        let ofExercise = ofExercises.isEmpty ? nil : ofExercises.lazy.map(\.anchor).first { $0 == fragment }
        guard let all else { return ofHeadings.first { $0 == fragment } ?? ofExercise }
        return all.firstIndex(of: fragment).map { all[$0] } ?? ofExercise
    }
}

/// The anchors that a page has given out.
struct AnchorPool {
    /// Most pages have few, and looking through them takes less than a set of them.
    private var few: [String] = []
    /// All of them, where they are many.
    private var many = Set<String>()
    /// The number that was last put behind an anchor, so that a page of equal headings costs no search.
    private var lastNumber: [String: Int] = [:]

    mutating func insert(_ anchor: String) -> Bool {
        if many.isEmpty {
            if few.contains(anchor) { return false }
            few.append(anchor)
            if few.count > 32 { many = Set(few) }
            return true
        }
        return many.insert(anchor).inserted
    }

    /// The anchor itself, or with the first free number behind it.
    mutating func insertUnique(_ anchor: String) -> String {
        if insert(anchor) { return anchor }
        // A number behind “l” would make an id like the markup's own.
        let anchor = anchor == "l" ? "section" : anchor
        var number = lastNumber[anchor, default: 0]
        repeat { number += 1 } while !insert("\(anchor)-\(number)")
        lastNumber[anchor] = number
        return "\(anchor)-\(number)"
    }
}

extension Diagnostic {
    fileprivate static func duplicate(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.duplicateID, "the id “\(id)” stands on this page a second time", at: nil,
            help: "give one of the two headings another id")
    }

    fileprivate static func reserved(_ id: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.reservedID, "an id cannot begin with “l-”, as “\(id)” does", at: nil,
            help: "choose another: ids that begin so belong to the generator's own markup")
    }
}
