import Diagnostics
import HTMLBytes

/// Pages that are heavier than `budgets: {page_kb: …}` in `site.yml` allows: the HTML, with the styles and scripts of the theme that
/// it loads, each compressed, as web hosts send them. Images are files, and have a budget of their own.
struct HeavyPage {
    let course: Course
    let assets: [Theme.Asset]
    let site: Site
    let workers: Workers

    private struct Asset {
        /// What stands in a page that loads it.
        let name: [UInt8]
        let weight: Int
    }

    /// A fallback is its source's matter.
    func diagnostics() throws(EnvironmentError) -> [Diagnostic] {
        let compressor = Deflate()
        let loadable = assets.filter { $0.path.string.hasSuffix(".css") || $0.path.string.hasSuffix(".js") }.map { asset in
            let name = asset.path.string.split(separator: "/").last ?? ""
            return Asset(name: Array(name.utf8), weight: compressor.compress(asset.bytes)?.count ?? asset.bytes.count)
        }
        let pages = site.outputs.compactMap { output -> (Site.Output, SourcePath)? in
            guard case .page(let number, let edition) = output.content, let page = course.editions[edition].page(number), !page.isFallback,
                !page.place.isGenerated
            else { return nil }
            return (output, course.texts[page.text].document.file.path)
        }
        let budget = course.configuration.budgets.pageKilobytes
        return try workers.map(pages.count, state: { (html: [UInt8](), compressor: Deflate()) }) {
            [site] state, index throws(EnvironmentError) in
            try site.make(pages[index].0, into: &state.html)
            let own = state.compressor.compress(state.html)?.count ?? state.html.count
            let all = loadable.reduce(own) { $0 + (state.html.range(of: $1.name) == nil ? 0 : $1.weight) }
            return all > budget * Budgets.kilobyte ? Diagnostic.heavy(all, text: own, budget: budget, at: pages[index].1) : nil
        }.compactMap(\.self)
    }
}

extension Diagnostic {
    fileprivate static func heavy(_ weight: Int, text: Int, budget: Int, at path: SourcePath) -> Diagnostic {
        Diagnostic(
            .warning, Rule.heavyPage, "the page has \(Budgets.kilobytes(weight)) kB, compressed; the budget for a page is \(budget)",
            at: SourceLocation(path: path.string),
            notes: ["its text has \(Budgets.kilobytes(text)), the theme's styles and scripts have the rest"],
            help: "split it, or set “budgets: {page_kb: …}” in site.yml")
    }
}
