/// A session's page with the values that the toolbox theme shows of one: six modules, 30 sessions, a text of 8 KB.
struct SamplePage {
    struct Link {
        let href: String
        let text: String
        var isCurrent = false
    }

    struct Module {
        let label: String
        let isOpen: Bool
        let sessions: [Link]
    }

    struct Heading {
        let anchor: String
        let text: String
    }

    let lang = "en"
    let title = "Towns & regions: who does <what>"
    let summary = "Regions support their towns, \"step by step\", while councils assess what the budget allows."
    let module = "Module 3. Local governance & services"
    let duration = "45 minutes"
    let objectives = (1...3).map { "Objective \($0): the teams measure the needs & share the results of the survey" }
    let contents = (1...6).map { Heading(anchor: "section-\($0)", text: "Section \($0), budgets & plans") }
    let modules = (1...6).map { module in
        Module(
            label: "Module \(module). Governance & services", isOpen: module == 3,
            sessions: (1...5).map { session in
                Link(
                    href: "../module-\(module)/session-\(session).html", text: "Session \(session): families & associations of the region",
                    isCurrent: module == 3 && session == 2)
            })
    }
    let prose = String(
        repeating: "<p>Regions <em>support</em> the towns near the sea, and councils assess what they need first.</p>\n", count: 84)
    let previous = Link(href: "session-1.html", text: "Session 1: families & associations of the region")
    let next = Link(href: "session-3.html", text: "Session 3: families & associations of the region")
}
