import CommonMark
import Diagnostics
import HTMLBytes

/// The excuses of a page, set against what is wrong on it.
///
/// What may be set to `off` in `site.yml` can be excused: warnings, and the errors with which there still is a whole site that harms
/// nobody. It must be told at a place in the text: what is said of a page as a whole, or of its front matter, has no block before
/// which an excuse could stand.
struct Excuses {
    private struct Entry {
        let excuse: Excuse
        /// What it excuses.
        let location: SourceLocation
        var isUsed = false
    }

    private let source: [UInt8]
    private var entries: [Entry]
    /// Indices of the entries that allow a code.
    private let indices: [String: [Int]]

    /// - Parameter markup: with recovered positions.
    init(of markup: Markup, report: FileReport) {
        source = markup.source
        entries = Excuse.all(in: markup).map { Entry(excuse: $0, location: report.location(of: $0.extent)) }
        indices = Dictionary(grouping: entries.indices) { [entries] in
            if case .allow(let code, _) = entries[$0].excuse.meaning { code } else { "" }
        }
    }

    /// What is left when all that is excused is taken away.
    mutating func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        entries.isEmpty ? diagnostics : diagnostics.filter { !excuses($0) }
    }

    private mutating func excuses(_ diagnostic: Diagnostic) -> Bool {
        guard let location = diagnostic.location, location.excerpt != nil, diagnostic.mayBeRelaxed else { return false }
        var isExcused = false
        for index in indices[diagnostic.code] ?? [] {
            guard entries[index].location.start <= location.start, location.start < entries[index].location.end else { continue }
            entries[index].isUsed = true
            isExcused = true
        }
        return isExcused
    }

    /// What is wrong with the excuses themselves, when they have been applied to everything.
    /// - Parameter asked: where nobody asked the servers of outside links, what they might say is not known to be needless.
    func findings(whereServersWereAsked asked: Bool) -> [Finding] {
        // More of a kind are not told one by one, and to look for what may be meant takes long.
        var suggestions = 1_000
        return entries.flatMap { entry -> [Finding] in
            let whole = Finding.Place.text(entry.excuse.range)
            switch entry.excuse.meaning {
            case .unknown(let words): return [Finding(whole, .unknownInstruction(words))]
            case .allow(let code, let hasReason):
                guard RuleBook.explanation(of: code) != nil else {
                    suggestions -= 1
                    let nearest = suggestions < 0 ? nil : RuleBook.nearestCode(to: code)
                    return [Finding(place(of: code, in: entry.excuse) ?? whole, .unknownAllow(code, nearest: nearest))]
                }
                let ofReason = hasReason ? [] : [Finding(whole, .allowWithoutReason(code))]
                let isNeeded = entry.isUsed || !asked && ExternalLinks.rules.contains { $0.rawValue == code }
                return isNeeded ? ofReason : ofReason + [Finding(whole, .unusedAllow(code))]
            }
        }
    }

    private func place(of code: String, in excuse: Excuse) -> Finding.Place? {
        // Behind the order: what is written as the code may be a part of it, `lutrin: allow allow`.
        guard let order = source[excuse.range].range(of: "allow".utf8) else { return nil }
        return source[order.upperBound..<excuse.range.upperBound].range(of: code.utf8).map { .text($0) }
    }
}

extension Diagnostic {
    /// Whether a project may make less of it.
    var mayBeRelaxed: Bool { severity == .warning || Rule(rawValue: code)?.mayBeRelaxed == true }
}

extension Diagnostic {
    fileprivate static func unknownInstruction(_ words: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.unknownAllow, "“lutrin: \(words)” is not understood", at: nil, help: "write <!-- lutrin: allow CODE: reason -->")
    }

    fileprivate static func unknownAllow(_ code: String, nearest: String?) -> Diagnostic {
        Diagnostic(
            .warning, Rule.unknownAllow, "there is no code “\(code)” that could be excused", at: nil,
            help: nearest.map { "did you mean “\($0)”?" } ?? "“lutrin explain” lists all codes")
    }

    fileprivate static func allowWithoutReason(_ code: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.allowWithoutReason, "“\(code)” is excused without a reason", at: nil,
            help: "say why it is meant as it is: <!-- lutrin: allow \(code): … -->")
    }

    fileprivate static func unusedAllow(_ code: String) -> Diagnostic {
        guard Rule(rawValue: code)?.mayBeRelaxed != false else {
            return Diagnostic(
                .warning, Rule.unusedAllow, "“\(code)” cannot be excused", at: nil,
                help: "there would be no whole site, or one that harms its readers: mend it, and take the comment out")
        }
        return Diagnostic(
            .warning, Rule.unusedAllow, "nothing is wrong here that “\(code)” could excuse", at: nil,
            help: "take the comment out; or, if something else is meant, put it directly before that block")
    }
}
