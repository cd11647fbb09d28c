import NIOCore
import NIOHTTP1

/// Decides who may ask: the wall between the preview and whatever else runs in a browser, or on the network.
///
/// A page of another site can make a browser ask here, and by a name that its owner lets lead to 127.0.0.1 it could read the answer, too (DNS rebinding).
/// Therefore only requests to this machine's own names are answered.
struct RequestGuard: Sendable {
    enum Verdict: Equatable {
        case pass
        case refuse(HTTPResponseStatus, String)
        /// The token is right: the browser gets a cookie for it, and an address without it.
        case admit(location: String, cookie: String)
    }

    /// Without brackets, in small letters.
    private static let loopbackNames: Set<String> = ["localhost", "127.0.0.1", "::1"]

    /// What is listened on: a name or an address; `nil` where that is every address of this machine.
    let host: String?
    /// `nil` where only this machine can ask.
    let token: AccessToken?
    /// A browser keeps the cookies of all ports of a machine together: the port is in its name.
    let port: Int

    private var cookieName: String { "lutrin-\(port)" }

    func judge(_ head: HTTPRequestHead) -> Verdict {
        guard head.method == .GET || head.method == .HEAD else { return .refuse(.methodNotAllowed, "only GET and HEAD are answered") }
        if head.headers.contains(name: "Transfer-Encoding") || head.headers["Content-Length"].contains(where: { $0 != "0" }) {
            return .refuse(.payloadTooLarge, "nothing can be sent here")
        }
        let hosts = head.headers["Host"]
        guard hosts.count == 1, let host = hosts.first, let name = Self.name(in: host) else {
            return .refuse(.badRequest, "the request names no host")
        }
        guard Self.loopbackNames.contains(name) || name == self.host?.lowercased() || token != nil && Self.ownAddresses().contains(name)
        else {
            return .refuse(.misdirectedRequest, "this is the preview of a course on this machine, and not “\(name)”")
        }
        // A page of another origin has no business here. Browsers name it where it matters: always for an event stream that is opened from elsewhere.
        if let origin = head.headers["Origin"].first(where: { $0.lowercased() != "http://\(host.lowercased())" }) {
            return .refuse(.forbidden, "a page of “\(origin)” may not read the preview")
        }
        guard let token else { return .pass }
        return judge(head, token)
    }

    private func judge(_ head: HTTPRequestHead, _ token: AccessToken) -> Verdict {
        let (path, query) = Self.parts(of: head.uri)
        if let given = query.first(where: { $0.hasPrefix("token=") })?.dropFirst(6), token.isEqual(to: given) {
            let rest = query.filter { !$0.hasPrefix("token=") }
            let location = rest.isEmpty ? path : "\(path)?\(rest.joined(separator: "&"))"
            // What is no path could be the address of another host.
            guard (try? RequestPath(target: location)) != nil else { return .refuse(.badRequest, "there is no such address") }
            return .admit(location: location, cookie: "\(cookieName)=\(token.string); Path=/; HttpOnly; SameSite=Strict")
        }
        let isKnown = head.headers["Cookie"].contains { field in
            field.split(separator: ";").contains { (cookie: Substring) -> Bool in
                let cookie = cookie.drop { $0 == " " }
                return cookie.hasPrefix("\(cookieName)=") && token.isEqual(to: cookie.dropFirst(cookieName.count + 1))
            }
        }
        return isKnown ? .pass : .refuse(.forbidden, "open the address that the terminal shows, with its token")
    }

    /// The host of a header field `Host`, without its port and brackets, in small letters; `nil` where it is none.
    private static func name(in host: String) -> String? {
        let host = host.lowercased()
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]"), isPort(host[host.index(after: end)...]) else { return nil }
            let address = host[host.index(after: host.startIndex)..<end]
            return address.contains(":") ? String(address) : nil
        }
        let colon = host.firstIndex(of: ":") ?? host.endIndex
        guard colon != host.startIndex, isPort(host[colon...]) else { return nil }
        return String(host[..<colon])
    }

    /// Nothing, or a colon and a number.
    private static func isPort(_ text: Substring) -> Bool {
        guard let colon = text.first else { return true }
        return colon == ":" && UInt16(text.dropFirst()) != nil
            && text.dropFirst().utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func parts(of target: String) -> (path: String, query: [Substring]) {
        guard let mark = target.firstIndex(of: "?") else { return (target, []) }
        return (String(target[..<mark]), target[target.index(after: mark)...].split(separator: "&"))
    }

    /// Asked anew each time: a notebook changes networks.
    private static func ownAddresses() -> Set<String> {
        Set((try? System.enumerateDevices())?.compactMap { $0.address?.ipAddress } ?? [])
    }
}
