import Diagnostics

/// Blocks of a course.
extension Explanation {
    static let invalidTime = Explanation(
        Rule.invalidTime, "what stands behind the kind of a block is no time",
        "Times of activities and readings are added to how long the session, the module and the course take, so they must be understood. "
            + "Only those two kinds have one; a title stands behind the “]”.",
        wrong: .page("# Course\n\n> [!ACTIVITY twenty minutes] Map the actors\n> Take a sheet of paper."),
        right: .page("# Course\n\n> [!ACTIVITY 20 min] Map the actors\n> Take a sheet of paper."))

    static let missingQuestion = Explanation(
        Rule.missingQuestion, "a quiz or a reflection has no question",
        "The question names the block for those who do not see it, and readers' answers are kept by it. It stands behind the bracket.",
        wrong: .page("# Course\n\n> [!REFLECTION]\n> Who is missing from your map?"),
        right: .page("# Course\n\n> [!REFLECTION] Who is missing from your map?"))

    static let quizAnswers = Explanation(
        Rule.quizAnswers, "the answers of a quiz leave nothing to choose from, or none of them is right",
        "A question that cannot be answered rightly, or only in one way, takes readers' time and tells them nothing.",
        wrong: .page("# Course\n\n> [!QUIZ] Who is first in line?\n> - [ ] The statistics office\n> - [ ] The local authority"),
        right: .page("# Course\n\n> [!QUIZ] Who is first in line?\n> - [ ] The statistics office\n> - [x] The local authority"))

    static let quizForm = Explanation(
        Rule.quizForm, "the answers of a quiz have no form that can be asked for",
        "How answers are written says what readers do: choose from a list of boxes, put a numbered list in order, match the two columns of a table, "
            + "or fill in one of the answers that begin with “=”. A quiz holds one question, and so one of these.",
        wrong: .page("# Course\n\n> [!QUIZ] Who is first in line?\n> - The statistics office\n> - The local authority"),
        right: .page("# Course\n\n> [!QUIZ] Who is first in line?\n> - [ ] The statistics office\n> - [x] The local authority"))

    static let duplicateQuizID = Explanation(
        Rule.duplicateQuizID, "two quizzes or reflections of the course have the same id",
        "Readers' own answers are kept by it, so each needs one that no other has, also on other pages. Without "
            + "“{#id}” behind its question it is made from the question's words in the first locale.",
        wrong: .page("# Course\n\n> [!REFLECTION] Who is missing? {#missing}\n\n> [!REFLECTION] What is missing? {#missing}"),
        right: .page(
            "# Course\n\n> [!REFLECTION] Who is missing? {#missing-people}\n\n> [!REFLECTION] What is missing? {#missing-services}"))
}
