import Diagnostics
import Templates
import Testing

@testable import CourseSite

/// Each rule is silent where something is almost wrong.
struct NearMissTests {
    /// Told by writing, not by building (`PublishingTests` has the folders that may be replaced), and of what another program answers
    /// (`HighlightingTests` has the answers that are as they should be).
    private static let elsewhere: Set = ["foreign-output", "unhighlighted-code"]

    @Test(arguments: NearMiss.all)
    func isSilent(_ miss: NearMiss) throws {
        let found = try diagnostics(miss, isWrong: false)
        #expect(found.filter { $0.severity == .error || $0.code == miss.code } == [], "\(TerminalRenderer(colour: false).render(found))")
    }

    @Test(arguments: NearMiss.all)
    func isNear(_ miss: NearMiss) throws {
        let found = try diagnostics(miss, isWrong: true)
        #expect(found.contains { $0.code == miss.code }, "\(TerminalRenderer(colour: false).render(found))")
    }

    /// A near miss is one of those here, or the right example that `lutrin explain` shows, which `RuleBookTests` builds.
    @Test func everyRuleHasOne() {
        let shown = RuleBook.explanations.filter { if case .files = $0.right { true } else { false } }.map(\.code)
        let missing = Set(RuleBook.explanations.map(\.code)).subtracting(shown).subtracting(NearMiss.all.map(\.code))
        #expect(missing == Self.elsewhere)
        #expect(Set(shown).isDisjoint(with: NearMiss.all.map(\.code)))
    }

    private func diagnostics(_ miss: NearMiss, isWrong: Bool) throws -> [Diagnostic] {
        var found = [Diagnostic]()
        try withTemporaryFolder { folder in
            try miss.make(try CourseFolder(folder), isWrong)
            let files = OverlayFiles(upper: try DiskFiles(root: folder), lower: try Fixture.sharedFiles())
            found = try SiteBuilder(files: files).check(askingBy: FakeLychee.runner).diagnostics
        }
        return found
    }
}
