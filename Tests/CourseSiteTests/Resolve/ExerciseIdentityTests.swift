import Testing

@testable import CourseSite

struct ExerciseIdentityTests {
    private func quiz(_ question: String, id: String? = nil, _ answers: [String] = ["One", "Two"], _ kind: BlockKind = .quiz) -> Exercise {
        Exercise(kind: kind, question: question, explicitID: id, answers: answers, node: 0)
    }

    @Test func isMadeOfTheQuestion() {
        let identities = ExerciseIdentity.resolve([quiz("Où est-ce ?"), quiz("?"), quiz("Two words", id: "Own")], source: nil)
        #expect(identities.map(\.id) == ["où-est-ce", "section", "Own"])
        #expect(identities[0].anchor == "quiz-où-est-ce")
    }

    @Test func valuesAreUnique() {
        #expect(ExerciseIdentity.resolve([quiz("a", ["x", "X", "x!", "…"])], source: nil)[0].values == ["x", "x-1", "x-2", "section"])
    }

    @Test func isTheSourcesInTranslations() {
        let source = ExerciseIdentity.resolve([quiz("Un", ["a", "b"]), quiz("Deux", id: "deux", [], .reflection)], source: nil)
        let same = ExerciseIdentity.resolve([quiz("One", ["c", "d"]), quiz("Two", [], .reflection)], source: source)
        #expect(same == source)
        let own = ExerciseIdentity.resolve([quiz("One", id: "eins", ["c"]), quiz("Two", id: "deux", [], .reflection)], source: source)
        #expect(own.map(\.id) == ["eins", "deux"] && own[0].values == ["c"])
        #expect(ExerciseIdentity.resolve([quiz("One")], source: source)[0].id == "one")
        #expect(ExerciseIdentity.resolve([quiz("Two", [], .reflection), quiz("One")], source: source).map(\.id) == ["two", "one"])
    }
}
