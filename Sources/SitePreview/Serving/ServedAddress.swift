import NIOCore

/// Where a browser finds the preview.
struct ServedAddress {
    /// For the address bar: `http://127.0.0.1:8080/`.
    let string: String
    /// What everybody has to know who asks; `nil` where only this machine can ask.
    let token: AccessToken?

    /// - Parameters:
    ///   - host: what was asked for.
    ///   - isLoopback: whether that is this machine to itself.
    init(host: String, port: Int, isLoopback: Bool) {
        if isLoopback {
            token = nil
            string = "http://\(Self.bracketed(host)):\(port)/"
        } else {
            let token = AccessToken()
            self.token = token
            let reachable = ["0.0.0.0", "::"].contains(host) ? Self.firstOwnAddress ?? "127.0.0.1" : host
            string = "http://\(Self.bracketed(reachable)):\(port)/?token=\(token.string)"
        }
    }

    private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

    /// The first by which another machine can reach this one.
    private static var firstOwnAddress: String? {
        let devices = (try? System.enumerateDevices()) ?? []
        let addresses = devices.compactMap { device -> String? in
            guard case .v4? = device.address else { return nil }
            return device.address?.ipAddress
        }
        return addresses.first { !isLoopback($0) }
    }

    /// Whether an address, in numbers, is this machine's to itself.
    static func isLoopback(_ address: String) -> Bool { address == "::1" || address.hasPrefix("127.") }
}
