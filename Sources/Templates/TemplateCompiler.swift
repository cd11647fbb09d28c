import Diagnostics
import HTMLBytes

/// Compiles one layout with all that it includes into one program, and reports every name that stands for nothing.
///
/// Whatever is wrong, the program is whole: what stands for nothing writes nothing.
struct TemplateCompiler {
    let sources: TemplateSources
    var report = CompileReport()
    private(set) var usedStrings: Set<String> = []
    var usedTemplates: Set<String> = []
    /// Sections, blocks and templates so far, counted as often as they are put in.
    var size = 0

    var builder = ProgramBuilder()
    var descents = Descents()
    /// The recursive templates that are being compiled, innermost last.
    var fragments: [Fragment] = []
    /// The schemas that have a register, in the order of registers.
    private var registers: [SchemaIdentity] = []

    init(_ sources: TemplateSources) {
        self.sources = sources
    }

    mutating func compile(_ name: String, _ template: ParsedTemplate, for schema: RecordSchema) -> Template {
        let root = Scope.Frame(schema: schema, register: register(of: schema), descent: Descents.root)
        include(Scope(templateName: name, template: template, frames: [root]))
        return Template(program: builder.finish(registerCount: registers.count + 1), schema: schema.identity)
    }

    // MARK: Nodes

    /// `isLineBegun`: the first line is already indented.
    mutating func add(_ range: Range<Int>, in scope: Scope, isLineBegun: Bool = false) {
        var next = range.lowerBound
        while next < range.upperBound {
            let index = next
            let node = scope.template.nodes[index]
            next = node.end
            switch node.kind {
            case .text(let startsLine):
                addText(node, startsLine: startsLine, isLineBegun: isLineBegun && index == range.lowerBound, in: scope)
            case .variable, .verbatim: addVariable(node, in: scope)
            case .section: addSection(index, in: scope)
            case .inverted: addInverted(index, in: scope)
            case .partial where scope.string == nil: addPartial(node, in: scope)
            case .parent where scope.string == nil: addParent(index, in: scope)
            case .block(let opensLine) where scope.string == nil: addBlock(index, opensLine: opensLine, in: scope)
            case .partial, .parent, .block: break
            }
        }
    }

    private mutating func addText(_ node: ParsedTemplate.Node, startsLine: Bool, isLineBegun: Bool, in scope: Scope) {
        var bytes = scope.template.bytes(node.range)
        if startsLine {
            bytes = bytes.dropFirst(min(scope.dedent, bytes.prefix(while: \.isBlank).count))
            if !isLineBegun { builder.write(scope.prefix) }
        }
        guard scope.string != nil else { return builder.write(bytes) }
        var escaped: [UInt8] = []
        escaped.appendEscaped(bytes)
        builder.write(escaped)
    }

    private mutating func addVariable(_ node: ParsedTemplate.Node, in scope: Scope) {
        let name = scope.template.name(of: node)
        if let string = StringName(name) { return addString(string, node, in: scope) }
        guard let value = value(node, in: scope) else { return }
        let isVerbatim = node.kind == .verbatim
        switch value.kind {
        case .text: if isVerbatim { report.add(.textVerbatim(name, at: scope.place(of: node)), in: scope) }
        case .markup: if !isVerbatim { report.add(.markupEscaped(name, at: scope.place(of: node)), in: scope) }
        case .flag, .list, .record:
            return report.add(.notAText(name, noun: value.kind.noun, at: scope.place(of: node)), in: scope)
        }
        let access = builder.access(value.path)
        builder.add(isVerbatim ? .verbatim(access.operand) : .text(access.operand))
        builder.finish(access)
    }

    private mutating func addSection(_ index: Int, in scope: Scope) {
        let node = scope.template.nodes[index]
        let body = (index + 1)..<node.end
        guard isNoString(node, in: scope), var inner = deeper(scope, at: node) else { return }
        guard let value = value(node, in: scope) else {
            // Never shown, but what is certainly wrong in it is reported.
            inner.isUnknown = true
            let mark = builder.mark()
            add(body, in: inner)
            return builder.discard(since: mark)
        }
        let access = builder.access(value.path)
        let entry = builder.reserve()
        if let element = value.element {
            let register = enter(element, of: value, in: &inner)
            let start = builder.here()
            add(body, in: inner)
            builder.add(.next(body: start))
            builder.set(entry, .each(access.operand, into: register, otherwise: builder.here()))
        } else {
            inner.text = value.isText ? value : scope.text
            add(body, in: inner)
            builder.set(entry, .skipUnless(access.operand, to: builder.here()))
        }
        builder.finish(access)
    }

    /// A name that is not known counts as not there, so the section is shown.
    private mutating func addInverted(_ index: Int, in scope: Scope) {
        let node = scope.template.nodes[index]
        let body = (index + 1)..<node.end
        guard isNoString(node, in: scope), let inner = deeper(scope, at: node) else { return }
        guard let value = value(node, in: scope) else { return add(body, in: inner) }
        let access = builder.access(value.path)
        let entry = builder.reserve()
        let start = builder.here()
        add(body, in: inner)
        builder.set(entry, .skipIf(access.operand, to: builder.here()))
        builder.finish(access, otherwise: start)
    }

    /// Strings are no sections.
    private mutating func isNoString(_ section: ParsedTemplate.Node, in scope: Scope) -> Bool {
        let name = scope.template.name(of: section)
        guard StringName(name) != nil else { return true }
        report.add(.stringAsSection(name, at: scope.place(of: section)), in: scope)
        return false
    }

    /// A record takes its schema's register, and hides an outer record of that schema.
    private mutating func enter(_ schema: RecordSchema, of value: Value, in scope: inout Scope) -> Int {
        let register = register(of: schema)
        scope.frames.removeAll { $0.register == register }
        scope.frames.append(Scope.Frame(schema: schema, register: register, descent: descents.step(from: value.descent)))
        scope.text = nil
        return register
    }

    private mutating func addString(_ string: StringName, _ node: ParsedTemplate.Node, in scope: Scope) {
        guard scope.string == nil else { return report.add(.stringInString(string.name, at: scope.place(of: node)), in: scope) }
        guard node.kind == .variable else { return report.add(.stringVerbatim(string.name, at: scope.place(of: node)), in: scope) }
        guard let parsed = sources.strings[string.name] else {
            let nearest = nearestName(to: string.name, among: sources.strings.keys)
            return report.add(.missingString(string.name, locale: sources.locale, nearest: nearest, at: scope.place(of: node)), in: scope)
        }
        usedStrings.insert(string.name)
        var inner = scope
        inner.string = Scope.StringUse(name: string.name, place: scope.templatePlace(of: node), definedIn: parsed.entry)
        inner.template = parsed.template
        inner.prefix = []
        inner.dedent = 0
        add(0..<parsed.template.nodes.count, in: inner)
    }

    // MARK: Names

    /// What the name of a variable or section stands for; nothing, and reported, if it stands for nothing.
    private mutating func value(_ node: ParsedTemplate.Node, in scope: Scope) -> Value? {
        do {
            return try scope.value(of: scope.template.name(of: node))
        } catch .notARecord(let name, let noun) {
            report.add(.notARecord(name, noun: noun, at: scope.place(of: node)), in: scope)
        } catch .unknown(let name, let owner, let known) where !scope.isUnknown {
            report.add(.unknownName(name, owner: owner, known: known, at: scope.place(of: node)), in: scope)
        } catch {}
        return nil
    }

    private mutating func register(of schema: RecordSchema) -> Int {
        if let index = registers.firstIndex(where: { $0 === schema.identity }) { return Operand.root + index }
        registers.append(schema.identity)
        return Operand.root + registers.count - 1
    }
}

/// `strings.next`, without the `strings.`.
private struct StringName {
    let name: String

    init?(_ name: String) {
        guard name.hasPrefix("strings.") else { return nil }
        self.name = String(name.dropFirst("strings.".count))
    }
}

extension Diagnostic {
    fileprivate static func unknownName(_ name: String, owner: String?, known: [String], at location: SourceLocation) -> Diagnostic {
        let message = owner.map { "“\($0)” has no “\(name)”" } ?? "“\(name)” is not known here"
        let noun = owner.map { "names of “\($0)”" } ?? "names"
        let help =
            name == "."
            ? "it stands for the text that a section is over, or for a text of a list" : String.remedy(for: name, among: known, noun)
        return Diagnostic(.error, TemplateRule.unknownName, message, at: location, help: help)
    }

    fileprivate static func notARecord(_ name: String, noun: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "“\(name)” is a \(noun) and has no names of its own", at: location,
            help: noun == "list" ? "go through it with {{#\(name)}}…{{/\(name)}}" : nil)
    }

    fileprivate static func notAText(_ name: String, noun: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "“\(name)” is a \(noun), not a text", at: location,
            help: "use it as a section: {{#\(name)}}…{{/\(name)}}")
    }

    fileprivate static func markupEscaped(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "“\(name)” is HTML and would be escaped", at: location, help: "write {{{\(name)}}}")
    }

    fileprivate static func textVerbatim(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "“\(name)” is text and would not be escaped", at: location, help: "write {{\(name)}}")
    }

    fileprivate static func stringVerbatim(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "strings are text and always escaped", at: location, help: "write {{strings.\(name)}}")
    }

    fileprivate static func stringAsSection(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, TemplateRule.wrongKind, "strings cannot be sections", at: location, help: "write {{\(name)}}")
    }

    fileprivate static func stringInString(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.wrongKind, "strings cannot hold other strings, as “\(name)”", at: location,
            help: "put both into the template")
    }

    fileprivate static func missingString(_ name: String, locale: String, nearest: String?, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, TemplateRule.missingString, "the strings of “\(locale)” have no “\(name)”", at: location,
            help: nearest.map { "did you mean “\($0)”?" } ?? "add “\(name)” to them")
    }
}
