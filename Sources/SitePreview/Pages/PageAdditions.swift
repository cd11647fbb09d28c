import CourseSite
import HTMLBytes

/// What the preview adds to a page that it serves: its script, and the permission to hear from the server. Nothing of it is in what `build` writes.
struct PageAdditions {
    /// What page and additions are known by.
    let version: String
    /// With them.
    let page: [UInt8]

    private static let policyName = Array(#"http-equiv="Content-Security-Policy" content=""#.utf8)
    private static let scripts = Array("script-src 'self'".utf8)
    private static let connect = Array("connect-src".utf8)

    /// - Parameters:
    ///   - page: as `build` writes it.
    ///   - path: where it lies in the site; `nil` for a page of the preview's own.
    init(to page: [UInt8], at path: OutputPath?, translations: TranslationTable?) {
        var attributes = [(name: String, value: String)]()
        if let path { attributes.append(("page", path.string)) }
        if let translations, let path, let place = translations.place(of: path) {
            let cell = translations[place]
            if let shown = cell.shown, shown != place.column {
                attributes += [("state", "fallback"), ("source", translations.columns[shown].name)]
            } else if cell.state == .draft {
                attributes.append(("state", "draft"))
            }
            attributes += Self.row(place, of: translations)
        } else if let translations, let path, let slash = path.string.lastIndex(of: "/"),
            let place = translations.place(of: OutputPath(path.string[...slash] + "index.html"))
        {
            // A page that nobody wrote moves with the page of its folder.
            attributes += Self.row(place, of: translations) + [("beside", String(path.string[path.string.index(after: slash)...]))]
        }
        version = Site.version(of: page + attributes.flatMap { Array("\($0.name)=\($0.value)\n".utf8) })
        self.page = Self.added(Self.script(attributes + [("version", version)]), to: page)
    }

    private static func row(_ place: TranslationTable.Place, of translations: TranslationTable) -> [(name: String, value: String)] {
        [("status", "/_lutrin/#\(translations.rows[place.row].id)"), ("locale", translations.columns[place.column].code)]
    }

    /// Directly behind the page's policy, so that the script is the first of those that run when the page is read.
    /// A page that lets no script run, as one does that only leads to another, stays as it is.
    private static func added(_ script: [UInt8], to page: [UInt8]) -> [UInt8] {
        guard let start = page.range(of: policyName)?.upperBound, let end = page[start...].firstIndex(of: UInt8(ascii: "\"")),
            let close = page[end...].firstIndex(of: UInt8(ascii: ">"))
        else { return addedWithoutPolicy(script, to: page) }
        guard page[start..<end].range(of: scripts) != nil else { return page }
        var result = [UInt8]()
        result.reserveCapacity(page.count + script.count + 64)
        if let own = page[start..<end].range(of: connect) {
            result += page[..<own.upperBound] + Array(" 'self'".utf8) + page[own.upperBound...close]
        } else {
            result += page[..<end] + Array("; connect-src 'self'".utf8) + page[end...close]
        }
        return result + script + page[page.index(after: close)...]
    }

    /// A theme of somebody's own need not have a policy.
    private static func addedWithoutPolicy(_ script: [UInt8], to page: [UInt8]) -> [UInt8] {
        // Before its doctype, a script would change how all of the page is laid out.
        let hasDoctype = String(decoding: page.prefix(9), as: UTF8.self).lowercased() == "<!doctype"
        let doctype = hasDoctype ? page.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } : nil
        let start = page.range(of: "<head>".utf8)?.upperBound ?? doctype ?? page.startIndex
        return page[..<start] + script + page[start...]
    }

    private static func script(_ attributes: [(name: String, value: String)]) -> [UInt8] {
        var tag = Array(#"<script src="/_lutrin/preview.js" defer"#.utf8)
        for (name, value) in attributes {
            tag += Array(" data-\(name)=\"".utf8)
            tag.appendEscaped(value)
            tag.append(UInt8(ascii: "\""))
        }
        return tag + Array("></script>".utf8)
    }
}
