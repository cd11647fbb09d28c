@testable import CourseSite

/// Answers as lychee would, by what an address holds: `gone.invalid`, `silent.invalid` (which nobody serves) and `moved.invalid` do not
/// answer well; `elsewhere.invalid` redirects for the time being, and with all others all is well.
enum FakeLychee {
    static let runner: ProgramRunner = { _, arguments, input in
        guard arguments != ["--version"] else { return ProgramOutcome(status: 0, output: Array("lychee 0.24.2".utf8), errors: []) }
        var errors = [String]()
        var successes = [String]()
        for (index, line) in String(decoding: input, as: UTF8.self).split(separator: "\n").enumerated() {
            let span = "\"span\": {\"line\": \(index + 1)}"
            if line.contains("gone.invalid") {
                errors.append("{\"status\": {\"text\": \"Rejected status code: 404 Not Found\", \"code\": 404}, \(span)}")
            } else if line.contains("silent.invalid") {
                errors.append("{\"status\": {\"text\": \"Network error\", \"details\": \"Connection refused\"}, \(span)}")
            } else if line.contains("moved.invalid") {
                successes.append("{\"redirects\": {\"redirects\": [{\"url\": \"https://example.org/new\", \"code\": 301}]}, \(span)}")
            } else if line.contains("elsewhere.invalid") {
                successes.append("{\"redirects\": {\"redirects\": [{\"url\": \"https://example.org/today\", \"code\": 302}]}, \(span)}")
            }
        }
        let maps = [("error_map", errors), ("timeout_map", []), ("success_map", successes)]
        let answer = maps.map { "\"\($0)\": {\"stdin\": [\($1.joined(separator: ", "))]}" }.joined(separator: ", ")
        return ProgramOutcome(status: errors.isEmpty ? 0 : 2, output: Array("{\(answer)}".utf8), errors: [])
    }
}
