import Diagnostics

/// Partials, parents and their blocks: templates put into templates.
extension TemplateCompiler {
    /// The largest size of a layout. Far beyond what a page needs; templates that include others twice reach it soon.
    private static let sizeLimit = 10_000

    /// `{{>name}}`
    mutating func addPartial(_ node: ParsedTemplate.Node, in scope: Scope) {
        let name = scope.template.name(of: node)
        guard let template = sources.templates[name] else {
            return report.add(.missingPartial(name, known: sources.templates.keys.sorted(), at: scope.place(of: node)), in: scope)
        }
        guard let inner = opening(name, template, node, in: scope) else { return }
        include(inner)
    }

    /// `{{<name}}…{{/name}}`: the template of that name, its blocks filled with those that stand here.
    mutating func addParent(_ index: Int, in scope: Scope) {
        let node = scope.template.nodes[index]
        let name = scope.template.name(of: node)
        guard let template = sources.templates[name] else {
            return report.add(.missingParent(name, known: sources.templates.keys.sorted(), at: scope.place(of: node)), in: scope)
        }
        guard var inner = opening(name, template, node, in: scope) else { return }
        let known = sources.blocks(of: name)
        var filled: Set<String> = []
        for child in scope.template.children(in: (index + 1)..<node.end) {
            let block = scope.template.nodes[child]
            guard case .block = block.kind else { continue }
            let blockName = scope.template.name(of: block)
            if !filled.insert(blockName).inserted {
                report.add(.duplicateBlock(blockName, at: scope.place(of: block)), in: scope)
            } else if !known.contains(blockName) {
                report.add(.missingBlock(blockName, parent: name, known: known, at: scope.place(of: block)), in: scope)
            } else if inner.fillings[blockName] == nil {
                // What the children's children say has precedence.
                inner.fillings[blockName] = Scope.Filling(
                    templateName: scope.templateName, node: child, includedAt: scope.includedAt)
            }
        }
        include(inner)
    }

    /// `{{$name}}…{{/name}}`: what fills the block, indented like what it replaces; else what the block holds.
    mutating func addBlock(_ index: Int, opensLine: Bool, in scope: Scope) {
        let node = scope.template.nodes[index]
        guard var inner = deeper(scope, at: node) else { return }
        let name = scope.template.name(of: node)
        guard let filling = scope.fillings[name], let template = sources.templates[filling.templateName] else {
            return add((index + 1)..<node.end, in: inner)
        }
        inner.prefix = scope.prefix(plus: scope.template.innerIndentation(of: index) ?? node.indent)
        inner.dedent = template.innerIndentation(of: filling.node)?.count ?? 0
        inner.templateName = filling.templateName
        inner.template = template
        inner.includedAt = filling.includedAt
        // A block of the same name inside the filling is not filled with itself.
        inner.fillings[name] = nil
        let block = template.nodes[filling.node]
        let body = (filling.node + 1)..<block.end
        if opensLine, block.kind == .block(opensLine: false), !body.isEmpty { builder.write(inner.prefix) }
        add(body, in: inner, isLineBegun: !opensLine)
    }

    /// The scope of a template that is included by a tag.
    private mutating func opening(_ name: String, _ template: ParsedTemplate, _ tag: ParsedTemplate.Node, in scope: Scope) -> Scope? {
        guard var inner = deeper(scope, at: tag) else { return nil }
        inner.templateName = name
        inner.template = template
        inner.prefix = tag.indent == nil ? [] : scope.prefix(plus: tag.indent)
        inner.dedent = 0
        inner.includedAt = TemplatePlace(source: scope.template.source, range: tag.range)
        return inner
    }

    /// A template that may include itself is compiled to be called, all others are put in where they stand. A call does not indent
    /// further: how deep it goes is known only when data are there.
    mutating func include(_ scope: Scope) {
        usedTemplates.insert(scope.templateName)
        let all = 0..<scope.template.nodes.count
        guard sources.recursive.contains(scope.templateName), let descent = scope.frames.last?.descent else { return add(all, in: scope) }
        let meaning = Fragment.Meaning(scope)
        if let fragment = fragments.last(where: { $0.meaning == meaning }) {
            if descents.isBelow(descent, fragment.descent) {
                builder.add(.call(fragment.start))
            } else {
                report.add(.endless(scope.templateName, at: scope.includedAt?.location), in: scope)
            }
            return
        }
        let call = builder.reserve()
        let jump = builder.reserve()
        let start = builder.here()
        fragments.append(Fragment(meaning: meaning, start: start, descent: descent))
        add(all, in: scope)
        fragments.removeLast()
        builder.add(.leave)
        builder.set(call, .call(start))
        builder.set(jump, .jump(to: builder.here()))
    }

    /// One level further in, unless that is too deep or the layout too large.
    mutating func deeper(_ scope: Scope, at node: ParsedTemplate.Node) -> Scope? {
        size += 1
        guard scope.depth < TemplateParser.nestingLimit else {
            report.add(.nestsTooDeep(limit: TemplateParser.nestingLimit, at: scope.place(of: node)), in: scope)
            return nil
        }
        guard size <= Self.sizeLimit else {
            if size == Self.sizeLimit + 1 { report.add(.tooLarge(limit: Self.sizeLimit, at: scope.place(of: node)), in: scope) }
            return nil
        }
        var inner = scope
        inner.depth += 1
        return inner
    }
}

/// A recursive template that is being compiled. It can be called from within where everything in it means the same.
struct Fragment {
    struct Meaning: Hashable {
        let templateName: String
        let registers: [Int]
        let text: Value.Path?
        let isUnknown: Bool
        let fillings: [String: Scope.Filling]

        init(_ scope: Scope) {
            templateName = scope.templateName
            registers = scope.frames.map(\.register)
            text = scope.text?.path
            isUnknown = scope.isUnknown
            fillings = scope.fillings
        }
    }

    let meaning: Meaning
    let start: Int
    let descent: Int
}

extension Diagnostic {
    fileprivate static func missingPartial(_ name: String, known: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.missingPartial, "there is no partial “\(name)”", at: location,
            help: .remedy(for: name, among: known, "templates"))
    }

    fileprivate static func missingParent(_ name: String, known: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.missingParent, "there is no template “\(name)” to inherit from", at: location,
            help: .remedy(for: name, among: known, "templates"))
    }

    fileprivate static func missingBlock(_ name: String, parent: String, known: Set<String>, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.missingBlock, "“\(parent)” has no block “\(name)”", at: location,
            help: .remedy(for: name, among: known.sorted(), "blocks of “\(parent)”"))
    }

    fileprivate static func duplicateBlock(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.duplicateBlock, "the block “\(name)” is filled twice", at: location,
            help: "only the first is shown; leave one out")
    }

    fileprivate static func endless(_ name: String, at location: SourceLocation?) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.endlessTemplate, "“\(name)” includes itself without end here", at: location,
            help: "include it in a section over a list of the record that it shows, which ends with the data")
    }

    fileprivate static func nestsTooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.templateLimit, "sections, blocks and templates nest deeper than \(limit) here", at: location,
            help: "what lies deeper is not read")
    }

    fileprivate static func tooLarge(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.templateLimit, "the layout has more than \(limit) sections, blocks and templates in all", at: location,
            help: "what follows is not read")
    }
}
