import Testing

@testable import SitePreview

/// One act of an author is one rebuild, and it is waited for no longer than it takes.
struct ChangeSettlingTests {
    private let start = ContinuousClock.now

    /// What an editor does, by milliseconds since it began.
    private func settled(_ events: [(Int, ChangeSettling.Event, String, isNew: Bool)]) -> ChangeSettling {
        var settling = ChangeSettling()
        for (time, event, path, isNew) in events { settling.note(event, path, isNew: isNew, at: start + .milliseconds(time)) }
        return settling
    }

    /// When it is acted upon, in milliseconds since it began.
    private func deadline(_ settling: ChangeSettling) throws -> Int64 {
        start.duration(to: try #require(settling.deadline)).milliseconds
    }

    @Test func nothingIsWaitedForWhereNothingHappens() {
        #expect(ChangeSettling().deadline == nil)
    }

    @Test func aFileThatWasWrittenIsWaitedForByAMoment() throws {
        let settling = settled([(0, .opened, "a.md", false), (1, .closed, "a.md", false)])
        #expect(try deadline(settling) == 5)
    }

    @Test func aFileThatIsBeingWrittenIsWaitedForLonger() throws {
        let settling = settled([(0, .opened, "a.md", false)])
        #expect(try deadline(settling) > 50)
    }

    /// It moves the old one aside, writes a new one, and removes the old: at no moment between is the course without the page.
    @Test func anEditorThatKeepsABackupIsOneChange() throws {
        var settling = settled([
            (0, .opened, "4913", true), (0, .gone, "4913", false), (1, .gone, "a.md", false), (1, .closed, "a.md~", true),
            (1, .opened, "a.md", true),
        ])
        #expect(try deadline(settling) > 50)
        settling.note(.closed, "a.md", at: start + .milliseconds(20))
        settling.note(.gone, "a.md~", at: start + .milliseconds(21))
        #expect(try deadline(settling) == 25)
        #expect(settling.take() == ["a.md"])
        #expect(settling.deadline == nil)
    }

    @Test func aFileThatVanishesMayComeBack() throws {
        let settling = settled([(0, .closed, "b.md", false), (0, .gone, "a.md", false)])
        #expect(try deadline(settling) > 50)
    }

    @Test func manyFilesAreWaitedForLongerThanOne() throws {
        let few = settled((0..<10).map { ($0, .closed, "\($0).md", false) })
        let many = settled((0..<100).map { ($0, .closed, "\($0).md", false) })
        #expect(try deadline(few) - 9 < deadline(many) - 99)
    }

    /// What is written with pauses, as by a program that thinks between two files, is one storm all the same.
    @Test func ofAStormWithPausesEachGustIsOneOfMany() throws {
        var settling = ChangeSettling()
        for file in 0..<30 {
            settling.note(.closed, "\(file).md", at: start + .milliseconds(file * 5))
            if file < 5 { _ = settling.take() }
        }
        #expect(try deadline(settling) > 29 * 5 + 50)
        _ = settling.take()
        // It does not make an author wait who goes on later, or who saves one file again and again.
        settling.note(.closed, "a.md", at: start + .milliseconds(5_000))
        #expect(try deadline(settling) == 5_004)
        _ = settling.take()
        settling.note(.closed, "a.md", at: start + .milliseconds(5_100))
        #expect(try deadline(settling) == 5_104)
    }

    @Test func patienceEnds() throws {
        let settling = settled((0..<10_000).map { ($0, .opened, "a.md", false) })
        #expect(try deadline(settling) < 9_999)
    }
}
