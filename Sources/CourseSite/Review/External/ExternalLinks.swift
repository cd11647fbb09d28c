import CommonMark
import Diagnostics

/// Links to other sites, by what their servers say.
enum ExternalLinks {
    /// The rules that only who asks the servers can tell.
    static let rules: [Rule] = [.linkGone, .linkMoved, .linkNoAnswer]

    /// All that a course links to by the web, each once, in a certain order.
    static func addresses(in course: Course) -> [String] {
        let all = course.texts.flatMap(\.links).compactMap { link -> String? in
            guard case .external(let address) = link, isWeb(address) else { return nil }
            return address
        }
        return Set(all).sorted()
    }

    private static func isWeb(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return ["https://", "http://", "//"].contains { start.hasPrefix($0) }
    }

    static func findings(on page: ReviewedPage, answers: [String: LinkAnswer]) -> [Finding] {
        page.links.compactMap { link in
            guard case .external(let address)? = link.target, let answer = answers[address] else { return nil }
            let place = Finding.Place.text(link.node.destinationRange)
            return switch answer {
            case .gone(let said): Finding(place, .gone(address, said))
            case .moved(let new): Finding(place, .moved(address, to: new))
            case .none(let said): Finding(place, .noAnswer(address, said))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func gone(_ address: String, _ said: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.linkGone, "“\(address)” is not there: its server answers “\(said)”", at: nil,
            help: "link to where it is now, or to a copy in a web archive, or take the link out")
    }

    fileprivate static func moved(_ address: String, to new: String) -> Diagnostic {
        Diagnostic(.warning, Rule.linkMoved, "“\(address)” has moved for good", at: nil, help: "link to “\(new)”")
    }

    fileprivate static func noAnswer(_ address: String, _ said: String) -> Diagnostic {
        Diagnostic(
            .warning, Rule.linkNoAnswer, "nobody can tell whether “\(address)” is there: \(said)", at: nil,
            help: "look at it in a browser, and ask again later: servers have bad days, and some refuse programs")
    }
}
