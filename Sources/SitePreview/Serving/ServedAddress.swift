import NIOCore

/// Where a browser finds the preview.
struct ServedAddress {
    /// For the address bar: `http://127.0.0.1:8080/`.
    let string: String
    /// What everybody has to know who asks; `nil` where only this machine can ask.
    let token: AccessToken?

    /// - Parameters:
    ///   - host: what was asked for.
    ///   - listening: the address in numbers that is listened on.
    init(host: String, port: Int, listening: String) {
        if Self.isLoopback(listening) {
            token = nil
            string = "http://\(Self.bracketed(host)):\(port)/"
        } else {
            let token = AccessToken()
            self.token = token
            let reachable = Self.isEverywhere(listening) ? Self.firstOwnAddress ?? "127.0.0.1" : host
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

    /// Whether an address, in numbers, stands for all that the machine has.
    static func isEverywhere(_ address: String) -> Bool { ["0.0.0.0", "::"].contains(address) }

    /// Whether an address, in numbers, is this machine's to itself.
    static func isLoopback(_ address: String) -> Bool { address == "::1" || address.hasPrefix("127.") }
}
