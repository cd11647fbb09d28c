import Diagnostics
import Templates

/// Reads the words of a theme's interface in one language: `strings/fr.yml`.
///
/// A text, or a text for each plural form: `{one: "{{count}} session", other: "{{count}} sessions"}`, which becomes sections over the forms that a count
/// sets. Where a theme extends another, its strings replace the other's one by one.
enum ThemeStrings {
    /// - Returns: `nil` where the theme has no strings for the language, neither `pt-BR` nor `pt`, or they cannot be read; `diagnostics` then holds an error.
    static func table(for locale: Locale, in theme: ThemeFolder, diagnostics: inout [Diagnostic]) -> StringTable? {
        let language = String(locale.code.prefix { $0 != "-" })
        guard let sources = theme.strings[locale.code] ?? theme.strings[language] else {
            diagnostics.append(.missingLanguage(locale, in: theme))
            return nil
        }
        var entries = [String: StringTable.Entry]()
        var isReadable = true
        for source in sources {
            let report = FileReport(source.path, source.bytes)
            if let file = YAMLFile.read(source.bytes, report: report) {
                add(file.root, to: &entries, report: report)
            } else {
                isReadable = false
            }
            diagnostics += report.diagnostics
        }
        guard isReadable else { return nil }
        return StringTable(locale: locale.code, entries: entries)
    }

    private static func add(_ root: YAMLNode?, to entries: inout [String: StringTable.Entry], report: FileReport) {
        guard let root else { return }
        guard case .mapping(let pairs) = root.value else {
            report.add(.notAMapping(at: report.location(of: root)))
            return
        }
        let source = report.text
        var own = Set<String>()
        for (key, value) in pairs {
            guard case .scalar(let name, _) = key.value else {
                report.add(.notAMapping(at: report.location(of: key)))
                continue
            }
            let text = text(of: value)
            if text == nil { report.add(.notAString(at: report.location(of: value))) }
            if !own.insert(name).inserted { report.add(.duplicate(name, at: report.location(of: key))) }
            entries[name] = StringTable.Entry(text ?? "", in: source.path, at: source.location(from: value.start, to: value.end))
        }
    }

    private static func text(of node: YAMLNode) -> String? {
        switch node.value {
        case .scalar(let text, _):
            return text
        case .mapping(let pairs):
            var forms = [PluralCategory: String]()
            for (key, value) in pairs {
                guard case .scalar(let name, _) = key.value, let category = PluralCategory(rawValue: name),
                    case .scalar(let text, _) = value.value
                else { return nil }
                forms[category] = text
            }
            guard let other = forms[.other] else { return nil }
            return PluralCategory.allCases.map { "{{#\($0.rawValue)}}\(forms[$0] ?? other){{/\($0.rawValue)}}" }.joined()
        case .sequence:
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func missingLanguage(_ locale: Locale, in theme: ThemeFolder) -> Diagnostic {
        let known = theme.strings.keys.sorted()
        return Diagnostic(
            .error, Rule.missingString, "the theme has no strings for the locale “\(locale.code)”",
            at: SourceLocation(path: theme.path.appending("strings").string),
            help: "add strings/\(locale.code).yml to the theme, or to a theme that extends it"
                + (known.isEmpty ? "" : "; it has \(known.joined(separator: ", "))"))
    }

    fileprivate static func notAMapping(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "a theme's strings are names with texts", at: location,
            help: "write each as “name: text” on a line of its own")
    }

    fileprivate static func notAString(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "a string is a text, or a text for each plural form", at: location,
            help: "write “name: text”, or “name: {one: …, other: …}” with at least “other” out of zero, one, two, few, many, other")
    }

    fileprivate static func duplicate(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, Rule.duplicateKey, "the string “\(name)” stands here a second time", at: location, help: "keep one of the two")
    }
}
