import Mustache

/// hummingbird-project/swift-mustache, its values in dictionaries, which it looks up faster than properties of structures.
struct SwiftMustacheEngine: TemplateEngine {
    let name = "swift-mustache 2.1.1"
    private let library: MustacheLibrary

    init() throws {
        library = MustacheLibrary(templates: try Layouts.all.mapValues { try MustacheTemplate(string: $0) })
    }

    func render(_ page: SamplePage) -> [UInt8] {
        Array((library.render(values(page), withTemplate: "session") ?? "").utf8)
    }

    func rateOfRendering(_ page: SamplePage) -> Double {
        let values = values(page)
        return pagesPerSecond { library.render(values, withTemplate: "session")?.utf8.count ?? 0 }
    }

    private func values(_ page: SamplePage) -> [String: Any] {
        [
            "lang": page.lang, "title": page.title, "summary": page.summary, "module": page.module, "duration": page.duration,
            "draft": false, "has-contents": !page.contents.isEmpty, "prose": page.prose,
            "objectives": page.objectives.map { ["text": $0] },
            "contents": page.contents.map { ["anchor": $0.anchor, "text": $0.text] },
            "modules": page.modules.map { module -> [String: Any] in
                ["label": module.label, "open": module.isOpen, "sessions": module.sessions.map(link)]
            },
            "previous": link(page.previous), "next": link(page.next),
        ]
    }

    private func link(_ link: SamplePage.Link) -> [String: Any] {
        ["href": link.href, "text": link.text, "current": link.isCurrent]
    }
}
