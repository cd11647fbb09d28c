import CourseSite
import Diagnostics
import NIOCore
import NIOPosix

/// Keeps the course current while its files change, and tells everybody who listens.
///
/// It works on a thread of its own: a build takes as long as it takes, and browsers go on being answered.
actor PreviewSession {
    private static let pauseAfterFailure = Duration.seconds(1)
    /// Longer than the watch lets pass for what is half done.
    private static let pauseOfDoubt = Duration.milliseconds(200)

    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let live: LiveSite
    private let review: CourseReview
    /// The build that the reviewer was asked about last; one behind which nothing has changed is still that.
    private var reviewed = 0
    private let latest: LatestSite
    private let events: EventHub
    private let isFollowed: Bool
    private let report: @Sendable (PreviewReport) -> Void
    /// Counts the looks at changed files.
    private var build = 0
    private var problems: ProblemList
    /// What the reviewer said last, and no build says itself.
    private var remarks: [Diagnostic] = []
    /// Errors that only the reviewer has found, once.
    private var doubted = Set<Diagnostic>()
    private var reported = ReportedDiagnostics()
    /// What has changed since a site last showed all of it.
    private var unshown = FileChange()

    nonisolated var unownedExecutor: UnownedSerialExecutor { group.next().executor.asUnownedSerialExecutor() }

    init(
        _ builder: SiteBuilder, reviewing reviewBuilder: SiteBuilder, latest: LatestSite, events: EventHub, editor: EditorLink?,
        isFollowed: Bool,
        report: @escaping @Sendable (PreviewReport) -> Void
    ) {
        live = LiveSite(builder)
        review = CourseReview(reviewBuilder)
        self.latest = latest
        self.events = events
        self.isFollowed = isFollowed
        self.report = report
        problems = ProblemList(editor: editor)
    }

    /// Makes the course current.
    func look(after change: FileChange) {
        // An editor's file of a moment is no change; a reviewer who read the course in that moment has seen it, though.
        guard change != .passed else { return askReviewer() }
        let start = ContinuousClock.now
        let (update, failure) = outcome(of: change)
        let served = served(update, after: change, failed: failure != nil)
        build += 1
        latest.publish(ServedSite(site: live.site, translations: live.translations, title: live.site?.title ?? ""))
        let isAsBefore = !note(failure: failure)
        let told = isAsBefore ? [] : [PreviewEvent.problems(problems, build: build)]
        // Who came before there was anything is greeted now, as everybody is who comes later.
        events.publish(build == 1 ? greetings : [.change(served, build: build)] + told, greetings: greetings)
        if failure != nil, !change.hasVanished { lookAgain(behind: build) }
        // Who has saved what was there before, or an editor's file, wants to hear nothing.
        if case .nothing = update, isAsBefore { return }
        report(
            .rebuilt(
                PreviewReport.Rebuild(
                    changed: change.paths.sorted(), extent: PreviewReport.Rebuild.Extent(served), duration: .now - start,
                    verdict: reported.verdict(of: problems.diagnostics), failure: failure, isHeldBack: isHeldBack(failure: failure))))
        askReviewer()
    }

    private func askReviewer(after pause: Duration = .zero) {
        reviewed = build
        Task { [review, build] in
            try? await Task.sleep(for: pause)
            guard build == reviewed, let found = await review.diagnostics(of: build) else { return }
            take(found, of: build)
        }
    }

    /// What the machine failed at may go well in a while, without a file having changed.
    private func lookAgain(behind failed: Int) {
        Task {
            try? await Task.sleep(for: Self.pauseAfterFailure)
            if failed == build { look(after: .anything) }
        }
    }

    private func outcome(of change: FileChange) -> (update: LiveSite.Update, failure: String?) {
        guard !change.hasVanished else {
            return (.nothing, "the project’s folder is not there any more: put it back, and the preview goes on")
        }
        do throws(EnvironmentError) {
            return (change.isMore ? try live.build() : try live.update(after: change.paths), nil)
        } catch {
            return (.nothing, error.description)
        }
    }

    /// What browsers have to look at again.
    private func served(_ update: LiveSite.Update, after change: FileChange, failed: Bool) -> ServedChange {
        unshown.paths.formUnion(change.paths)
        // At the start, nothing was shown that could have changed.
        if build > 0, change.isMore && change.paths.isEmpty { unshown.isMore = true }
        // The last good site goes on being served.
        guard !failed, live.diagnostics.errorCount == 0 else { return .nothing }
        defer { unshown = FileChange() }
        var served = ServedChange(update)
        guard !served.isEmpty, let site = live.site else { return served }
        // Where nobody knows what has changed, the theme may have.
        served.isOfTheme = unshown.isMore || unshown.paths.contains(where: CoursePath.isOfTheme)
        served.media = site.files(from: unshown.paths)
        if isFollowed {
            served.follow = change.paths.sorted().lazy.compactMap(site.page(from:)).first.map { "/\($0)" }
        }
        return served
    }

    /// What the reviewer found in a build; it counts unless there has been another since.
    private func take(_ found: [Diagnostic], of build: Int) {
        guard build == reviewed else { return }
        let own = Set(live.diagnostics)
        let others = found.filter { !own.contains($0) }
        // The build has none of these errors: either the project wants a rule to be one, or the reviewer read files that somebody was about to change.
        let errors = Set(others.filter { $0.severity == .error })
        guard errors.isSubset(of: doubted.union(remarks)) else {
            doubted = errors
            return askReviewer(after: Self.pauseOfDoubt)
        }
        doubted = []
        remarks = others
        guard note(failure: problems.failure) else { return }
        events.publish([.problems(problems, build: self.build)], greetings: greetings)
        report(.reviewed(reported.verdict(of: problems.diagnostics)))
    }

    /// - Returns: whether what is wrong now is another than before.
    private func note(failure: String?) -> Bool {
        let before = problems
        problems.failure = failure
        problems.isHeldBack = live.site != nil && isHeldBack(failure: failure)
        problems.diagnostics = (live.diagnostics + remarks).inReadingOrder()
        return problems != before
    }

    /// Whether what is served, if anything, is older than the project. What a reviewer alone calls an error keeps nothing back.
    private func isHeldBack(failure: String?) -> Bool { failure != nil || live.diagnostics.errorCount > 0 }

    /// What who comes now is told first.
    private var greetings: [PreviewEvent] { [.hello(build: build), .problems(problems, build: build)] }
}

extension PreviewReport.Rebuild.Extent {
    fileprivate init(_ change: ServedChange) {
        self =
            switch change.pages?.count {
            case 0?: .nothing
            case let count?: .pages(count)
            case nil: .everything
            }
    }
}
