public import Diagnostics

/// What the preview has to say to whoever started it.
public enum PreviewReport: Sendable {
    /// How many of the things that are wrong the panel over a page shows: more than anybody reads before mending the first.
    public static let mostShown = 50

    /// The address is answered from now on, to other machines too or not.
    case listening(address: String, isForOthers: Bool)
    /// Files have changed, or the course stands for the first time.
    case rebuilt(Rebuild)
    /// What a reviewer says is another, without a change of files since.
    case reviewed(Verdict)
    /// The system's table of watched folders is full: changes are looked for every second.
    case watchesPoorly

    /// What is wrong at a moment.
    public struct Verdict: Sendable {
        /// All of it, in reading order.
        public var diagnostics: [Diagnostic]
        /// Those that are news to who has read what was reported before.
        public var news: [Diagnostic]
        /// Whether nothing has come or gone since the last report; what has only moved is as before.
        public var isAsBefore: Bool
    }

    /// A look at changed files, and what came of it.
    public struct Rebuild: Sendable {
        /// What was made, as far as it is known.
        public enum Extent: Sendable {
            case nothing
            case pages(Int)
            case everything
        }

        /// Relative to the project; sorted; none for the first build.
        public var changed: [String]
        /// What was made.
        public var extent: Extent
        /// Of the look, from its start.
        public var duration: Duration
        /// What is wrong now.
        public var verdict: Verdict
        /// What the machine failed at.
        public var failure: String?
        /// Whether the site is served that was there before.
        public var isHeldBack: Bool
    }
}
