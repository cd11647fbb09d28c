import CourseSite
import HTMLBytes
import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers requests from the site that is served now, the way a host of static files does.
struct Responder: Sendable {
    /// What the preview itself answers; no course has a locale of this name.
    private static let ownFolder = "_lutrin/"

    let latest: LatestSite
    let access: RequestGuard
    let tool: ToolPages

    func response(to head: HTTPRequestHead) async -> Response {
        let response = await answer(to: head)
        return head.method == .HEAD ? response.withoutBody : response
    }

    private func answer(to head: HTTPRequestHead) async -> Response {
        switch access.judge(head) {
        case .pass: break
        case .refuse(let status, let reason):
            var response = Response.message(status, reason)
            if status == .methodNotAllowed { response.headers.add(name: "Allow", value: "GET, HEAD") }
            response.closes = true
            return response
        case .admit(let location, let cookie):
            var response = Response.redirect(.seeOther, to: location)
            response.headers.add(name: "Set-Cookie", value: cookie)
            response.headers.add(name: "Referrer-Policy", value: "no-referrer")
            return response
        }
        let path: RequestPath
        do {
            path = try RequestPath(target: head.uri)
        } catch {
            return switch error {
            case .tooLong: .message(.uriTooLong, "the address is longer than \(RequestPath.longest) characters")
            case .malformed: .message(.badRequest, "this is no address of a file")
            }
        }
        let served = await latest.value
        if path.string + "/" == Self.ownFolder { return .redirect(.movedPermanently, to: "/\(Self.ownFolder)") }
        if path.string.hasPrefix(Self.ownFolder) { return tool.answer(String(path.string.dropFirst(Self.ownFolder.count)), served: served) }
        return await answer(path, to: head, from: served)
    }

    private func answer(_ path: RequestPath, to head: HTTPRequestHead, from served: ServedSite) async -> Response {
        guard let site = served.site else { return tool.noSiteYet }
        // The 404 page, which is met at any depth, counts on the path at which the site will lie.
        let base = site.basePath.dropFirst()
        let paths = [path.string] + (!base.isEmpty && path.string.hasPrefix(base) ? [String(path.string.dropFirst(base.count))] : [])
        if path.string + "/" == base { return .redirect(.movedPermanently, to: site.basePath) }
        for path in paths {
            let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            if let output = site.output(at: OutputPath(file)), site.isThere(output) {
                return await answer(with: output, of: served, site, to: head)
            }
            if site.output(at: OutputPath(path + "/index.html")) != nil { return .redirect(.movedPermanently, to: Self.folder(path)) }
        }
        // Browsers ask for it on their own; a site that has none is no mistake of anybody.
        if path.string == "favicon.ico" { return Response(status: .noContent, headers: [:], body: .unsent(count: 0)) }
        guard let missing = site.output(at: OutputPath("404.html")) else { return .message(.notFound, "there is no such page") }
        var response = await answer(with: missing, of: served, site, to: nil)
        if response.status == .ok { response.status = .notFound }
        return response
    }

    /// `core/` for `fr/core`: from the file that there is not to the folder of that name.
    private static func folder(_ path: String) -> String {
        String(decoding: percentEncoded(path.split(separator: "/").last.map(String.init) ?? ""), as: UTF8.self) + "/"
    }

    /// - Parameter head: the request, for what it says of versions and ranges; `nil` where all of the file is wanted.
    private func answer(with output: Site.Output, of served: ServedSite, _ site: Site, to head: HTTPRequestHead?) async -> Response {
        do {
            // Archives take their time, and files are read from a disk: neither may hold up others.
            return try await NIOThreadPool.singleton.runIfActive {
                try Self.answer(with: output, of: served, site, fields: head?.headers ?? [:])
            }
        } catch {
            return .message(.serviceUnavailable, "\(error)")
        }
    }

    private static func answer(with output: Site.Output, of served: ServedSite, _ site: Site, fields: HTTPHeaders) throws -> Response {
        let isPage = output.path.string.hasSuffix(".html") && !output.isSource
        let additions = isPage ? PageAdditions(to: try site.bytes(of: output), at: output.path, translations: served.translations) : nil
        let version = try additions?.version ?? site.version(of: output)
        var response = Response.content(MediaType.served(output.path.string), version: version, .unsent(count: 0))
        if names(fields["If-None-Match"], version) {
            response.status = .notModified
            return response
        }
        if let additions {
            response.body = .bytes(additions.page)
            return response
        }
        response.headers.add(name: "Accept-Ranges", value: "bytes")
        let size = try site.size(of: output)
        @Sendable func body(_ part: Range<Int>) throws -> Response.Body {
            guard output.isSource else { return .bytes(try site.bytes(of: output, in: part)) }
            return .pieces(count: part.count) {
                try site.bytes(of: output, in: part.lowerBound + $0.lowerBound..<part.lowerBound + $0.upperBound)
            }
        }
        let isCurrent = fields.first(name: "If-Range").map { $0 == "\"\(version)\"" } ?? true
        switch ByteRange(isCurrent ? fields.first(name: "Range") : nil, of: size) {
        case .whole:
            response.body = try body(0..<size)
        case .part(let range):
            response.status = .partialContent
            response.headers.add(name: "Content-Range", value: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            response.body = try body(range)
        case .unsatisfiable:
            response.status = .rangeNotSatisfiable
            response.headers.add(name: "Content-Range", value: "bytes */\(size)")
        }
        return response
    }

    /// Whether `If-None-Match` names this version, or any.
    private static func names(_ fields: [String], _ version: String) -> Bool {
        let tags = fields.flatMap { field in field.split(separator: ",") }.map { part in
            String(part.drop { $0 == " " }.prefix { $0 != " " })
        }
        return tags.contains { ["*", "\"\(version)\"", "W/\"\(version)\""].contains($0) }
    }
}
