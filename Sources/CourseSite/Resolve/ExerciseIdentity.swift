import Diagnostics

/// What readers' answers to an exercise are kept by: the same in every locale, and in each edition of the course.
struct ExerciseIdentity: Hashable, Sendable {
    let isQuiz: Bool
    let id: String
    /// What stands for each answer, unique among them.
    let values: [String]

    /// - Parameters:
    ///   - exercises: those of the page.
    ///   - source: those of the same page in the source's locale; `nil` for the source itself.
    static func resolve(_ exercises: [Exercise], source: [ExerciseIdentity]?) -> [ExerciseIdentity] {
        guard !exercises.isEmpty else { return [] }
        let borrowed = source.flatMap { $0.map(\.isQuiz) == exercises.map { $0.kind == .quiz } ? $0 : nil }
        return exercises.enumerated().map { index, exercise in
            let source = borrowed?[index]
            let values: [String]
            if let source, source.values.count == exercise.answers.count {
                values = source.values
            } else {
                var pool = AnchorPool()
                values = exercise.answers.map { pool.insertUnique(Slug.identifier(for: $0)) }
            }
            let id = exercise.explicitID ?? source?.id ?? Slug.identifier(for: exercise.question)
            return ExerciseIdentity(isQuiz: exercise.kind == .quiz, id: id, values: values)
        }
    }

    /// The id of its element, beside which no heading may have the same.
    var anchor: String { "quiz-\(id)" }
}

/// Finds exercises that cannot be told apart.
struct ExerciseIDs {
    /// Which page has an id, whatever the locale.
    private var pages: [String: PageNumber] = [:]

    /// - Parameter page: which of the course's pages it is.
    /// - Returns: the exercises of the page whose ids others have.
    mutating func claim(_ exercises: [Exercise], _ identities: [ExerciseIdentity], of page: PageNumber) -> [DocumentIssue] {
        var own = Set<String>()
        var issues = [DocumentIssue]()
        for (exercise, identity) in zip(exercises, identities) {
            let isFirst = own.insert(identity.id).inserted
            if isFirst, pages[identity.id, default: page] == page {
                pages[identity.id] = page
            } else {
                let place: DocumentIssue.Place = exercise.explicitID == nil ? .node(exercise.node + 1) : .blockID(exercise.node)
                issues.append(DocumentIssue(place, .duplicate(identity.id, isOnSamePage: !isFirst)))
            }
        }
        return issues
    }
}

extension Diagnostic {
    fileprivate static func duplicate(_ id: String, isOnSamePage: Bool) -> Diagnostic {
        Diagnostic(
            .error, Rule.duplicateQuizID,
            "another quiz or reflection of \(isOnSamePage ? "this page" : "the course") has the id “\(id)”", at: nil,
            help: "give one of the two an id of its own, at the end of its question: {#…}; readers' answers are kept by it")
    }
}
