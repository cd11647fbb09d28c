import Diagnostics

/// Checks a YAML tree against a shape and gives the values their types. Everything that is wrong is reported; what is wrong is left out of the result.
struct YAMLChecker {
    let report: FileReport

    func check(_ node: YAMLNode, _ shape: YAMLShape, key: String) -> YAMLValue? {
        switch (shape, node.value) {
        case (.text, .scalar(let text, let quoted)) where quoted || !text.isEmpty:
            return .text(Located(value: text, start: node.start, end: node.end))
        case (.flag, .scalar("true", quoted: false)): return .flag(true)
        case (.flag, .scalar("false", quoted: false)): return .flag(false)
        case (.wholeNumber(let range), .scalar(let text, quoted: false)):
            if let number = Int(text), range.contains(number) { return .wholeNumber(number) }
        case (.date, .scalar(let text, _)):
            if let date = CalendarDate(text) { return .date(date) }
        case (.oneOf(let choices), .scalar(let text, _)):
            if choices.contains(text) { return .text(Located(value: text, start: node.start, end: node.end)) }
            report.add(.invalidChoice(text, for: key, choices: choices, at: report.location(of: node)))
            return nil
        case (.list(let item), .sequence(let nodes)):
            return .list(nodes.compactMap { check($0, item, key: key) })
        case (.mapping(let keys), .mapping(let pairs)):
            return .mapping(check(pairs, keys: keys, at: report.location(of: node)))
        case (.catalogue(let catalogue), .mapping(let pairs)):
            return .mapping(check(pairs, catalogue))
        case (.localizedText, .scalar):
            return check(node, .text, key: key)
        case (.localizedText, .mapping(let pairs)):
            return .mapping(check(pairs) { _ in .text })
        default: break
        }
        report.add(.wrongType(of: key, expected: shape, found: node, at: report.location(of: node)))
        return nil
    }

    /// The root of a file: a mapping, or nothing at all. A required key that is missing is reported at the file.
    func checkRoot(_ node: YAMLNode?, keys: [YAMLKey]) -> YAMLMapping {
        if let node {
            guard case .mapping(let pairs) = node.value else {
                report.add(.notAMapping(found: node, at: report.location(of: node)))
                return YAMLMapping()
            }
            return check(pairs, keys: keys, at: report.fileLocation)
        }
        return check([], keys: keys, at: report.fileLocation)
    }

    /// - Parameter location: where a required key is missing when it is.
    private func check(_ pairs: [(key: YAMLNode, value: YAMLNode)], keys: [YAMLKey], at location: @autoclosure () -> SourceLocation)
        -> YAMLMapping
    {
        for key in keys where key.isRequired && !pairs.contains(where: { $0.key.scalar == key.name }) {
            report.add(.missingKey(key, at: location()))
        }
        for key in keys where key.isRequired && key.shape.isList {
            for pair in pairs where pair.key.scalar == key.name && pair.value.isEmptyList {
                report.add(.emptyList(key, at: report.location(of: pair.value)))
            }
        }
        return check(pairs) { name in
            if let key = keys.first(where: { $0.name == name.value }) { return key.shape }
            report.add(.unknownKey(name.value, known: keys.map(\.name), at: report.location(from: name.start, to: name.end)))
            return nil
        }
    }

    private func check(_ pairs: [(key: YAMLNode, value: YAMLNode)], _ catalogue: YAMLCatalogue) -> YAMLMapping {
        check(pairs) { name in
            if let key = catalogue.keys.first(where: { $0.name == name.value }) { return key.shape }
            report.add(.unknownName(name.value, in: catalogue, at: report.location(from: name.start, to: name.end)))
            return nil
        }
    }

    private func check(_ pairs: [(key: YAMLNode, value: YAMLNode)], shape: (Located<String>) -> YAMLShape?) -> YAMLMapping {
        var mapping = YAMLMapping()
        for (keyNode, valueNode) in pairs {
            guard let name = keyNode.scalar else {
                report.add(.notAKey(found: keyNode, at: report.location(of: keyNode)))
                continue
            }
            let key = Located(value: name, start: keyNode.start, end: keyNode.end)
            if mapping.contains(name) {
                report.add(.duplicateKey(name, at: report.location(of: keyNode)))
            } else if let shape = shape(key), let value = check(valueNode, shape, key: name) {
                mapping.append(key, value)
            }
        }
        return mapping
    }
}

extension YAMLNode {
    fileprivate var scalar: String? {
        if case .scalar(let text, _) = value { text } else { nil }
    }

    fileprivate var isEmptyList: Bool {
        if case .sequence(let items) = value { items.isEmpty } else { false }
    }
}

extension YAMLShape {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}

extension FileReport {
    func location(of node: YAMLNode) -> SourceLocation {
        location(from: node.start, to: node.end)
    }
}

extension Diagnostic {
    fileprivate static func unknownKey(_ name: String, known: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.unknownKey, "there is no key “\(name)”", at: location,
            help: nearestName(to: name, among: known).map { "did you mean “\($0)”?" } ?? "the keys are: \(known.joined(separator: ", "))")
    }

    fileprivate static func unknownName(_ name: String, in catalogue: YAMLCatalogue, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.unknownKey, "there is no \(catalogue.kind) “\(name)”", at: location,
            help: nearestName(to: name, among: catalogue.keys.map(\.name)).map { "did you mean “\($0)”?" } ?? catalogue.help)
    }

    fileprivate static func emptyList(_ key: YAMLKey, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(key.name)” is an empty list", at: location, help: "write at least one item: \(key.summary)")
    }

    fileprivate static func duplicateKey(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, Rule.duplicateKey, "the key “\(name)” stands here a second time", at: location, help: "keep one of the two")
    }

    fileprivate static func missingKey(_ key: YAMLKey, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingKey, "the key “\(key.name)” is missing", at: location,
            help: "add “\(key.name): …”: \(key.summary)")
    }

    fileprivate static func wrongType(
        of key: String, expected: YAMLShape, found: YAMLNode, at location: SourceLocation
    ) -> Diagnostic {
        var help = "write \(expected.expectation)"
        switch found.value {
        case .scalar("", quoted: false):
            return Diagnostic(.error, Rule.wrongType, "“\(key)” has no value", at: location, help: help)
        case .scalar(let text, let quoted):
            if quoted, expected.accepts(unquoted: text) { help += ", without quotes" }
            return Diagnostic(.error, Rule.wrongType, "“\(key)” cannot be “\(text)”", at: location, help: help)
        case .sequence, .mapping:
            return Diagnostic(.error, Rule.wrongType, "“\(key)” cannot be \(found.kindName)", at: location, help: help)
        }
    }

    fileprivate static func invalidChoice(_ text: String, for key: String, choices: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(key)” cannot be “\(text)”", at: location,
            help: nearestName(to: text, among: choices).map { "did you mean “\($0)”?" } ?? "write \(YAMLShape.oneOf(choices).expectation)")
    }

    fileprivate static func notAMapping(found: YAMLNode, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "keys and values belong here, not \(found.kindName)", at: location,
            help: "write each as “key: value” on a line of its own")
    }

    fileprivate static func notAKey(found: YAMLNode, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, Rule.wrongType, "a key cannot be \(found.kindName)", at: location, help: "a key is a single word before a colon")
    }
}
