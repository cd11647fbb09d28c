import CourseSite
import HTMLBytes

/// Where translation stands: a table of the pages in all languages, with links to see each.
struct StatusPage {
    /// Of the course.
    let title: String
    let table: TranslationTable

    var html: [UInt8] {
        let pages = table.rows.count == 1 ? "1 page" : "\(table.rows.count) pages"
        let languages = table.columns.count == 1 ? "1 language" : "\(table.columns.count) languages"
        return ToolPage.html(
            title: "Translations – \(title)",
            """
            <header class="top">
            <div class="frame">
            <p class="over">Preview of <a href="/">\(title)</a></p>
            <h1>Translations</h1>
            <p class="meta">\(pages) in \(languages). This table follows each save.</p>
            </div>
            </header>
            <main class="frame">
            <h2>Totals</h2>
            <ul class="totals">
            \(table.columns.indices.map(totals))</ul>
            <h2 id="pages">Pages</h2>
            <ul class="key" aria-label="States">
            <li><span class="state translated">Translated</span></li>
            <li><span class="state fallback">Not translated: shows another language</span></li>
            <li><span class="state draft">Draft: not published</span></li>
            <li><span class="state missing">Missing: no page</span></li>
            <li><span class="state only">Only here: meant for this language</span></li>
            </ul>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="pages">
            <table>
            <caption>Each page in each language</caption>
            <thead>
            <tr><th scope="col">Page</th>\(table.columns.map { "<th scope=\"col\">\(name($0))</th>" } as [HTMLText])</tr>
            </thead>
            \(groups)</table>
            </div>
            </main>
            """)
    }

    private func totals(_ column: Int) -> HTMLText {
        let language = table.columns[column]
        let cells = table.rows.map { $0.cells[column] }
        let translated = cells.count { $0.state == .translated }
        // What only another language is meant to have is missing nowhere.
        let wanted = zip(table.rows, cells).count { row, cell in cell.state != .missing || !row.cells.contains(where: \.isOnlyHere) }
        return """
            <li>
            <h3>\(name(language)) <span>\(language.code)</span></h3>
            <progress value="\(translated)" max="\(max(wanted, 1))" aria-label="Translated into \(language.name)"></progress>
            <dl>
            <dt>Translated</dt><dd>\(translated) of \(wanted)</dd>
            <dt>Not translated</dt><dd>\(language.counts[.fallback] ?? 0)</dd>
            <dt>Draft</dt><dd>\(language.counts[.draft] ?? 0)</dd>
            <dt>Missing</dt><dd>\(wanted - cells.count { $0.state != .missing })</dd>
            <dt>Only here</dt><dd>\(cells.count(where: \.isOnlyHere))</dd>
            </dl>
            </li>
            """
    }

    /// A module with its sessions stands together, and so do pages that belong to none.
    private var groups: [HTMLText] {
        var groups = [[TranslationTable.Row]]()
        for row in table.rows {
            let belongs =
                row.kind == .session || row.kind == .page && groups.last?.last?.kind != .session && groups.last?.last?.kind != .module
            if belongs, !groups.isEmpty { groups[groups.count - 1].append(row) } else { groups.append([row]) }
        }
        return groups.map { "<tbody>\n\($0.map(line))</tbody>" }
    }

    private func line(_ row: TranslationTable.Row) -> HTMLText {
        let scope = row.kind == .module ? "rowgroup" : "row"
        let column = table.columns[row.titleColumn]
        return """
            <tr id="\(row.id)" class="\(row.kind.rawValue)"><th scope="\(scope)"><bdi lang="\(column.code)">\(row.title)</bdi> <span class="path">\(row.key)</span></th>\
            \(row.cells.indices.map { cell(row, $0) })</tr>
            """
    }

    private func cell(_ row: TranslationTable.Row, _ column: Int) -> HTMLText {
        let cell = row.cells[column]
        if cell.state == .missing {
            let isMeant = row.cells.contains(where: \.isOnlyHere)
            return isMeant ? "<td><span class=\"state none\">–</span></td>" : "<td><span class=\"state missing\">Missing</span></td>"
        }
        let (name, style) =
            cell.isOnlyHere && cell.state == .translated ? ("Only here", "only") : (Self.name(of: cell.state), cell.state.rawValue)
        guard let path = cell.path else { return "<td><span class=\"state \(style)\">\(name)</span></td>" }
        // A draft that is not published leaves another language's text in its place.
        let shown = cell.shown.flatMap { $0 == column ? nil : table.columns[$0] }
        let note: HTMLText = shown.map { "<small>Shows \(self.name($0))</small>" } ?? ""
        return
            "<td><a class=\"state \(style)\" href=\"\(address(path))\" hreflang=\"\(table.columns[column].code)\">\(name)</a>\(note)</td>"
    }

    private func name(_ language: TranslationTable.Column) -> HTMLText {
        "<bdi lang=\"\(language.code)\" dir=\"\(language.direction)\">\(language.name)</bdi>"
    }

    private static func name(of state: TranslationTable.State) -> String {
        switch state {
        case .translated: "Translated"
        case .fallback: "Not translated"
        case .draft: "Draft"
        case .missing: "Missing"
        }
    }

    private func address(_ path: OutputPath) -> String {
        let shown = path.string.hasSuffix("/index.html") ? String(path.string.dropLast("index.html".count)) : path.string
        return "/" + String(decoding: percentEncoded(shown), as: UTF8.self)
    }
}
