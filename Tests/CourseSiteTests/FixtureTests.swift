import Diagnostics
import Testing

@testable import CourseSite

/// What authors and theme makers read when something is wrong, and what a site looks like when nothing is.
struct FixtureTests {
    @Test(arguments: Fixture.all)
    func saysWhatIsWrong(_ fixture: Fixture) throws {
        let result = try fixture.check()
        try Golden.check(Array(TerminalRenderer(colour: false).render(result.diagnostics).utf8), against: fixture.report)
        #expect((result.site == nil) == (result.diagnostics.errorCount > 0))
    }

    @Test(arguments: Fixture.sound.filter { !$0.expectedOutputs.isEmpty })
    func makesTheFiles(_ fixture: Fixture) throws {
        let site = try #require(try fixture.build().site)
        for path in fixture.expectedOutputs {
            let output = try #require(site.outputs.first { $0.path.string == path }, "the site has no “\(path)”")
            try Golden.check(try site.bytes(of: output), against: fixture.folder.appending(path: "expected/\(path)"))
        }
    }
}
