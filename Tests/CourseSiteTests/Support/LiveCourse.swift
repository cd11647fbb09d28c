import Testing

@testable import CourseSite

/// A small course in memory, with the fixtures' plain theme, that is kept live while its files are changed.
struct LiveCourse {
    let texts: MutableFiles
    let files: WatchedFiles
    let live: LiveSite

    static let content = [
        "fr/index.md": "# Accueil", "fr/1-core/index.md": "# Les bases", "fr/1-core/1-a.md": "# A\n\n![x](media/é.svg)\n\nTexte.",
        "fr/1-core/2-b.md": "# B", "en/1-core/1-a.md": "# A\n\nText.", "fr/2-more/index.md": "# Plus\n\n![x](../media/home.svg)",
        "fr/1-core/media/é.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/media/home.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "fr/film.mp4": "0123456789",
    ]

    /// - Parameters:
    ///   - content: by path in `content/`.
    ///   - settings: further lines of `site.yml`.
    init(_ content: [String: String] = content, settings: String = "downloads: [zip]", options: SiteBuilder.Options = .deferring) throws {
        var project = Dictionary(uniqueKeysWithValues: content.map { ("content/\($0.key)", $0.value) })
        for locale in ["fr", "en", "ar"] { project["content/\(locale)/.keep"] = "" }
        project["site.yml"] = """
            name: course
            title: Course
            theme: plain
            locales: [{code: fr, name: Français}, {code: en, name: English}, {code: ar, name: العربية}]
            \(settings)
            """
        texts = MutableFiles(project.merging(try Fixture.filesStatingSizes()) { $1 })
        files = WatchedFiles(OverlayFiles(upper: texts, lower: try Fixture.sharedFiles()))
        live = LiveSite(SiteBuilder(files: files, options: options))
        try live.build()
    }

    var site: Site {
        get throws { try #require(live.site) }
    }

    func bytes(_ path: String, of site: Site? = nil) throws -> [UInt8] {
        let site = try site ?? self.site
        return try site.bytes(of: try #require(site.output(at: OutputPath(path)), "there is no “\(path)”"))
    }

    func text(_ path: String, of site: Site? = nil) throws -> String { String(decoding: try bytes(path, of: site), as: UTF8.self) }

    /// Changes a file, and tells the site.
    func write(_ path: String, _ text: String?) throws -> LiveSite.Update {
        texts[path] = text
        return try live.update(after: [path])
    }

    /// Every file of a site that is built from nothing.
    var fresh: [String: [UInt8]] {
        get throws {
            let site = try #require(try SiteBuilder(files: files.files).build().site)
            return Dictionary(uniqueKeysWithValues: try site.outputs.map { ($0.path.string, try site.bytes(of: $0)) })
        }
    }
}

extension SiteBuilder.Options {
    /// With offline copies made when they are asked for.
    static var deferring: Self {
        var options = Self()
        options.defersArchives = true
        return options
    }
}

extension LiveSite.Update {
    /// `nil` where anything may be another.
    var paths: [String]? {
        switch self {
        case .nothing: []
        case .pages(let pages): pages.map(\.string)
        case .everything: nil
        }
    }
}
