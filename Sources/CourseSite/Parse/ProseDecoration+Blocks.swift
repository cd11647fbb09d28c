import CommonMark
import Diagnostics

/// The blocks of a course.
extension ProseDecoration {
    mutating func enter(_ kind: BlockKind, _ node: Markup.Node, _ marker: AlertMarker, into html: inout [UInt8]) -> HTMLEntering {
        let minutes = time(of: kind, node)
        prose.minutes += minutes ?? 0
        let isInKeyPoints = keyPoints?.isOpen == true
        if isInKeyPoints, kind == .quiz || kind == .reflection { keyPoints?.open(exercise: node.ordinal, at: html.count) }
        if kind == .quiz, let entering = enterQuiz(node, into: &html) {
            keyPoints?.close(exercise: node.ordinal, at: html.count)
            return entering
        }
        if kind == .reflection, let entering = enterReflection(node, into: &html) { return entering }
        if kind == .objectives { prose.objectives += items(of: node) }
        let hasTitle = marker.title != nil
        let further = hasTitle ? 1 : blocks.addUnnamed(kind)
        let shell = layouts.blocks.shell(kind, hasTitle: hasTitle, isFurther: further > 1, minutes: minutes)
        begin(
            shell, ElementValues(number: blocks.add(), occurrence: further, counter: .block), upTo: hasTitle ? .title : .content,
            into: &html)
        if kind == .keypoints, !isInKeyPoints {
            var draft = keyPoints ?? KeyPointsDraft()
            draft.open(block: node.ordinal, hasTitle: hasTitle, at: html.count)
            keyPoints = draft
        }
        return .replaced
    }

    /// What stands in the items of a block's lists, without markup; an item with items of its own is what these are about.
    private func items(of block: Markup.Node) -> [String] {
        block.children.flatMap { list -> [String] in
            guard case .list = list.kind else { return [] }
            return list.children.compactMap { item in
                let paragraphs = item.children.filter { if case .paragraph = $0.kind { true } else { false } }
                let text = paragraphs.map(\.plainText).joined(separator: " ")
                return text.isEmpty ? nil : text
            }
        }
    }

    /// In minutes.
    private mutating func time(of kind: BlockKind, _ node: Markup.Node) -> Int? {
        guard let detail = node.alertDetail else { return nil }
        let text = String(decoding: detail, as: UTF8.self)
        guard kind.takesTime else {
            issues.append(DocumentIssue(.blockDetail(node.ordinal), .takesNoTime(kind.rawValue)))
            return nil
        }
        guard let minutes = BlockTime.minutes(text) else {
            issues.append(DocumentIssue(.blockDetail(node.ordinal), .noTime(text, kind)))
            return nil
        }
        return minutes
    }
}

extension Diagnostic {
    static func takesNoTime(_ kind: String) -> Diagnostic {
        let timed = BlockKind.allCases.filter(\.takesTime).map { "[!\($0.word) 20 min]" }.joined(separator: " and ")
        return Diagnostic(
            .error, Rule.invalidTime, "a block “\(kind.uppercased())” has no time", at: nil,
            help: "write “[!\(kind.uppercased())]”, with a title behind it if you like; those with a time are \(timed)")
    }

    fileprivate static func noTime(_ text: String, _ kind: BlockKind) -> Diagnostic {
        Diagnostic(
            .error, Rule.invalidTime, "“\(text)” is no time", at: nil,
            help: "write it like “[!\(kind.word) 20 min]”, “1 h”, “1 h 30” or “1 h 30 min”; a title stands behind the “]”")
    }
}
