import Console
import CourseSite
import Diagnostics
import Glibc
import SitePreview

/// What the preview says in the terminal: its address as a result, and a short block for each rebuild.
struct PreviewLog: Sendable {
    /// Of what is wrong; the rest stands over the page, where it can be read one by one.
    private static let mostShown = 3
    private static let mostFiles = 3

    private let palette = Palette(colour: Terminal.usesColour(STDERR_FILENO))
    private let output: RepeatedLine
    /// Whether the browser is opened.
    let opens: Bool

    init(opens: Bool) {
        self.opens = opens
        output = RepeatedLine(isWanted: palette.colour)
    }

    /// From any thread.
    func tell(_ report: PreviewReport) {
        switch report {
        case .listening(let address, let isForOthers):
            Terminal.write(address)
            if isForOthers { output.write(warning) }
            if opens, !Browser.open(address) {
                output.write("note: no browser can be opened from here: go to the address above")
            }
        case .rebuilt(let rebuild):
            let isLine = rebuild.verdict.news.isEmpty && rebuild.failure == nil
            output.write(
                block(rebuild), about: isLine ? rebuild.changed.joined(separator: "\n") : nil, isRepetition: rebuild.verdict.isAsBefore)
        case .reviewed(let verdict):
            if !verdict.isAsBefore {
                output.write(block("reviewed: \(counted(verdict.diagnostics))\(new(verdict))", verdict.news))
            }
        case .watchesPoorly:
            output.write(
                "note: the system’s table of watched folders is full: changes are looked for every second (sysctl fs.inotify raises it)")
        }
    }

    private var warning: String {
        palette.paint(
            "warning: everybody on this network who has the address above, with its token, can read the preview, drafts and all.", .red)
            + "\nOpen it on the other device once; a cookie keeps the token from then on. Ctrl-C ends it."
    }

    private func block(_ rebuild: PreviewReport.Rebuild) -> String {
        let files = rebuild.changed.prefix(Self.mostFiles).map(printable).joined(separator: ", ")
        let more = rebuild.changed.count - Self.mostFiles
        let what = rebuild.changed.isEmpty ? "the course" : more > 0 ? "\(files) and \(counted(more, "other file"))" : files
        let extent =
            switch rebuild.extent {
            case .nothing:
                rebuild.isHeldBack ? "nothing is shown of it yet" : "nothing to do"
            case .pages(let count): counted(count, "page")
            case .everything: "everything"
            }
        let line = "\(what): \(extent), \(milliseconds(rebuild.duration)), \(counted(rebuild.verdict.diagnostics))"
        let failure = rebuild.failure.map { "\n\(palette.paint("error:", .red)) \(printable($0))" } ?? ""
        let isOld = rebuild.verdict.isAsBefore && !rebuild.verdict.diagnostics.isEmpty
        return block(line + (isOld ? " as before" : new(rebuild.verdict)) + failure, rebuild.verdict.news)
    }

    /// Of more mistakes, only those are told below that were not told before.
    private func new(_ verdict: PreviewReport.Verdict) -> String {
        verdict.news.isEmpty || verdict.news.count == verdict.diagnostics.count ? "" : ", \(verdict.news.count) new"
    }

    /// A line with the time, and below it what is wrong, errors first.
    private func block(_ line: String, _ diagnostics: [Diagnostic]) -> String {
        let ordered = diagnostics.errorsFirst
        var text = "\(palette.paint(Self.clock, .blue)) \(line)\n"
        if !ordered.isEmpty { text += TerminalRenderer(colour: palette.colour).render(Array(ordered.prefix(Self.mostShown))) }
        let more = ordered.count - Self.mostShown
        if more > 0 {
            let isCut = diagnostics.count > PreviewReport.mostShown
            let rest =
                isCut
                ? "the first \(PreviewReport.mostShown) stand over the page, and “lutrin check” shows all"
                : "all of them stand over the page"
            text += "… and \(counted(more, "other")): \(rest)\n"
        }
        return text
    }

    private func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) ms"
    }

    /// `14:02:11`, as the clock on the wall has it.
    private static var clock: String {
        var now = Glibc.time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
