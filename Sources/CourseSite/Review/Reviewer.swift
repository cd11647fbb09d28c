import CommonMark
import Diagnostics

/// Reads a course as a reviewer would, after all that a build finds: pages are parsed once more, with true places, and looked at by
/// each rule.
///
/// A build has the same excuses, but looks for them only on pages with which something is wrong, and has none of the rules.
struct Reviewer {
    let files: any ProjectFiles
    let configuration: SiteConfiguration
    /// All that were read, also drafts that are left out.
    let documents: [Document]
    let workers: Workers
    /// What the servers of outside links say, by address; `nil` where nobody asked.
    var answers: [String: LinkAnswer]?

    /// What is left of what a build found when all that is excused is taken away.
    func excuse(_ found: [Diagnostic]) throws(EnvironmentError) -> [Diagnostic] {
        try review(found, texts: [:], rules: [], isBuild: true)
    }

    /// The same, and what the reviewer finds.
    func review(_ found: [Diagnostic], of course: Course) throws(EnvironmentError) -> [Diagnostic] {
        let texts = Dictionary(course.texts.map { ($0.document.file.path, $0) }) { first, _ in first }
        return try review(found, texts: texts, rules: PageRules.all, isBuild: false) + ModuleDuration.diagnostics(course, files: files)
            + UnusedFile.diagnostics(course, documents: documents) + HeavyFile.diagnostics(course)
    }

    private func review(
        _ found: [Diagnostic], texts: [SourcePath: PageText], rules: [any PageRule.Type], isBuild: Bool
    ) throws(EnvironmentError) -> [Diagnostic] {
        let known = Dictionary(grouping: found.filter { $0.location != nil }) { $0.location?.path ?? "" }
        let pages = isBuild ? documents.filter { known[$0.file.path.string] != nil } : documents
        guard !pages.isEmpty else { return found }
        let sources = Dictionary(documents.filter { $0.locale == 0 }.map { ($0.file.key, $0.frontMatter) }) { first, _ in first }
        let reviewed = try workers.map(pages.count, state: { MarkupParser() }) {
            [files, configuration, answers] parser, index throws(EnvironmentError) in
            let document = pages[index]
            let known = known[document.file.path.string] ?? []
            let bytes = try files.contents(of: document.file.path) ?? []
            let text = texts[document.file.path]
            guard text != nil || Excuse.mayBe(in: bytes) else { return known }
            let report = FileReport(document.file.path, bytes)
            let (frontMatter, bodyStart) = FrontMatterReader.read(bytes, report: FileReport(document.file.path, bytes))
            let markup = parser.parse(bytes, from: bodyStart, positions: .recovered)
            var excuses = Excuses(of: markup, report: report)
            guard let text else { return excuses.apply(to: known) }
            let page = ReviewedPage(
                text, markup: markup, locale: configuration.locales[document.locale],
                source: document.locale == 0 ? nil : sources[document.file.key], courseIsDescribed: configuration.description != nil,
                values: frontMatter.map { _ in FrontMatterPlaces.values(in: bytes, before: bodyStart) })
            for rule in rules { for finding in rule.findings(on: page) { report.add(finding) } }
            if let answers { for finding in ExternalLinks.findings(on: page, answers: answers) { report.add(finding) } }
            let left = excuses.apply(to: known + report.diagnostics)
            let ofExcuses = FileReport(document.file.path, bytes)
            for finding in excuses.findings(whereServersWereAsked: answers != nil) { ofExcuses.add(finding) }
            return left + ofExcuses.diagnostics
        }
        let paths = Set(pages.map(\.file.path.string))
        return found.filter { !paths.contains($0.location?.path ?? "") } + reviewed.flatMap(\.self)
    }
}
