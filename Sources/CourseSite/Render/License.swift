/// The licence of the texts, by its SPDX identifier.
struct License: Sendable {
    /// As people write it: `CC BY 4.0`.
    let name: String
    /// Where it can be read, for the Creative Commons licences.
    let address: String?

    /// Any other text stands for itself.
    init(_ identifier: String) {
        let parts = identifier.lowercased().split(separator: "-")
        switch parts.first {
        case "cc"? where parts.count >= 3:
            // `by-sa`, then the version, then perhaps a country: `3.0-igo`.
            let elements = parts.dropFirst().prefix { !($0.first?.isNumber ?? false) }
            let version = parts.dropFirst(1 + elements.count)
            name = "CC \(elements.joined(separator: "-").uppercased()) \(version.joined(separator: " ").uppercased())"
            address = "https://creativecommons.org/licenses/\(elements.joined(separator: "-"))/\(version.joined(separator: "/"))/"
        case "cc0"? where parts.count == 2:
            name = "CC0 \(parts[1])"
            address = "https://creativecommons.org/publicdomain/zero/\(parts[1])/"
        default:
            name = identifier
            address = nil
        }
    }
}
