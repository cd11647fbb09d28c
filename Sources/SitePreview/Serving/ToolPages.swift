import CourseSite

/// What the preview answers in its own name, below `/_lutrin/`.
struct ToolPages: Sendable {
    private static let assets: [String: [UInt8]] = [
        "align.js": PackageResources.align_js,
        "element.js": PackageResources.element_js,
        "exchange.js": PackageResources.exchange_js,
        "flash.js": PackageResources.flash_js,
        "media.js": PackageResources.media_js,
        "memory.js": PackageResources.memory_js,
        "panel.js": PackageResources.panel_js,
        "patch.js": PackageResources.patch_js,
        "preview.js": PackageResources.preview_js,
        "problem.js": PackageResources.problem_js,
        "stream.js": PackageResources.stream_js,
        "preview.css": PackageResources.preview_css,
        "status.css": PackageResources.status_css,
    ]

    /// - Parameter name: below the folder; empty for the folder itself.
    func answer(_ name: String, served: ServedSite) -> Response {
        switch name {
        case "events":
            return .content(Response.eventStream, .events)
        case "":
            guard let table = served.translations else { return noSiteYet }
            return page(StatusPage(title: served.title, table: table).html)
        default:
            guard let asset = Self.assets[name] else { return .message(.notFound, "the preview has no such file") }
            return .content(MediaType.served(name), version: Site.version(of: asset), .bytes(asset))
        }
    }

    /// Where the project has had errors from the start: the panel tells them, and the page comes when they are mended.
    var noSiteYet: Response {
        var response = page(ToolPage.waiting)
        response.status = .serviceUnavailable
        return response
    }

    private func page(_ html: [UInt8]) -> Response {
        let additions = PageAdditions(to: html, at: nil, translations: nil)
        return .content("text/html; charset=utf-8", version: additions.version, .bytes(additions.page))
    }
}
