/// What lychee writes with `--format json --verbose`. JSON is YAML, and is read as such.
struct LycheeReport {
    /// By the line of the link, from 1. Links with which all is well, and those that lychee leaves out by itself, have none.
    private(set) var answers: [(line: Int, answer: LinkAnswer)] = []

    /// - Returns: `nil` where that is not what it is.
    init?(_ bytes: [UInt8]) {
        guard let read = try? YAMLReader.read(bytes[...], startingAtLine: 1), read["error_map"] != nil, read["success_map"] != nil else {
            return nil
        }
        for name in ["error_map", "timeout_map", "success_map"] {
            for entry in read[name]?.values.flatMap(\.items) ?? [] {
                guard let line = entry["span"]?["line"]?.text.flatMap({ Int($0) }) else { continue }
                if let answer = name == "success_map" ? Self.move(in: entry) : Self.failure(in: entry) { answers.append((line, answer)) }
            }
        }
    }

    /// Where a link leads now, as far as that is meant for good: what follows the first redirect for the time being may be another tomorrow.
    private static func move(in entry: YAMLNode) -> LinkAnswer? {
        let redirects = entry["redirects"]?["redirects"]?.items ?? []
        let permanent = redirects.prefix { $0["code"]?.text == "301" || $0["code"]?.text == "308" }
        return permanent.last?["url"]?.text.map { .moved(to: $0) }
    }

    private static func failure(in entry: YAMLNode) -> LinkAnswer {
        let status = entry["status"]
        // “Rejected status code: 410 Gone”: what comes first is not what the server says.
        let text = status?["text"]?.text.map { $0.split(separator: "Rejected status code: ").last.map(String.init) ?? $0 } ?? ""
        switch status?["code"]?.text {
        case "404"?, "410"?: return .gone(text)
        case _?: return .none("it answers “\(text)”")
        case nil: return .none(status?["details"]?.text ?? text)
        }
    }
}

extension YAMLNode {
    fileprivate var text: String? { if case .scalar(let text, _) = value { text } else { nil } }

    fileprivate var items: [YAMLNode] { if case .sequence(let items) = value { items } else { [] } }

    fileprivate var values: [YAMLNode] { if case .mapping(let pairs) = value { pairs.map(\.value) } else { [] } }

    fileprivate subscript(key: String) -> YAMLNode? {
        if case .mapping(let pairs) = value { pairs.first { $0.key.text == key }?.value } else { nil }
    }
}
