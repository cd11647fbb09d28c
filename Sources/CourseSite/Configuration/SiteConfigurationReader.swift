import Diagnostics

/// Reads `site.yml`. Everything that is wrong in it is reported in one go.
struct SiteConfigurationReader {
    static let path = SourcePath("site.yml")

    private let report: FileReport
    private let mapping: YAMLMapping

    /// - Returns: the configuration, or `nil` where too much is wrong to build anything by it; `diagnostics` then holds an error.
    static func read(_ bytes: [UInt8]) -> (configuration: SiteConfiguration?, diagnostics: [Diagnostic]) {
        let report = FileReport(path, bytes)
        var configuration: SiteConfiguration?
        if let text = YAMLFile.read(bytes, report: report) {
            let mapping = YAMLChecker(report: report).checkRoot(text.root, keys: SiteKeys.all)
            configuration = SiteConfigurationReader(report: report, mapping: mapping).configuration()
        }
        return (configuration, report.diagnostics)
    }

    private func configuration() -> SiteConfiguration? {
        let locales = locales()
        let name = name()
        let url = address("url")
        let repository = address("repository")
        let markdown = mapping.mapping("markdown")
        guard !locales.isEmpty, let name, let title = localized("title", locales), let theme = mapping.text("theme") else {
            return nil
        }
        let typographers = markdown?.flag("typography") ?? true ? locales.map { Typographer(locale: $0.code) } : []
        return SiteConfiguration(
            name: name, title: title.set(by: typographers), description: localized("description", locales)?.set(by: typographers),
            publisher: localized("publisher", locales)?.set(by: typographers),
            license: mapping.text("license")?.value, url: url, locales: locales, theme: theme.value,
            themeLocation: report.location(of: theme),
            downloads: Set(mapping.texts("downloads").compactMap { DownloadFormat(rawValue: $0.value) }),
            allowsRawHTML: markdown?.text("raw_html")?.value == "allow", highlightsCode: markdown?.flag("highlighting") ?? false,
            typographers: typographers, repository: repository, severities: severities(),
            budgets: Budgets(mapping.mapping("budgets")))
    }

    private func name() -> String? {
        guard let name = mapping.text("name") else { return nil }
        let isPlain = name.value.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: "-") }
        if !isPlain || name.value.isEmpty || name.value.utf8.count > 64 {
            report.add(.invalidName(name.value, at: report.location(of: name)))
        }
        return name.value
    }

    private func locales() -> [Locale] {
        var locales = [Locale]()
        for entry in mapping.mappings("locales") {
            guard let code = entry.text("code"), let name = entry.text("name") else { continue }
            if !Locale.isWellFormed(code: code.value) {
                report.add(.invalidLocaleCode(code.value, at: report.location(of: code)))
            } else if locales.contains(where: { $0.code.lowercased() == code.value.lowercased() }) {
                report.add(.duplicateLocale(code.value, at: report.location(of: code)))
            } else {
                let direction = entry.text("dir").flatMap { Locale.Direction(rawValue: $0.value) }
                locales.append(
                    Locale(code: code.value, name: name.value, direction: direction ?? Locale.usualDirection(of: code.value)))
            }
        }
        return locales
    }

    private func localized(_ key: String, _ locales: [Locale]) -> LocalizedText? {
        switch mapping[key] {
        case .text(let text)?:
            return LocalizedText(locales.map { _ in text.value })
        case .mapping(let texts)?:
            for (code, _) in texts.entries where !locales.contains(where: { $0.code == code.value }) {
                report.add(.textForUnknownLocale(code.value, key: key, known: locales.map(\.code), at: report.location(of: code)))
            }
            for locale in locales where texts.text(locale.code) == nil {
                report.add(.textMissing(for: locale.code, key: key, at: report.fileLocation))
            }
            return LocalizedText(locales.map { texts.text($0.code)?.value ?? texts.entries.first?.value.textValue ?? "" })
        default:
            return nil
        }
    }

    /// An absolute web address, with a slash at its end.
    private func address(_ key: String) -> String? {
        guard let text = mapping.text(key) else { return nil }
        let isWeb = ["https://", "http://"].contains { text.value.hasPrefix($0) && text.value.utf8.count > $0.utf8.count }
        let isPlain = text.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
        guard isWeb, isPlain else {
            report.add(.invalidAddress(text.value, key: key, at: report.location(of: text)))
            return nil
        }
        return text.value.hasSuffix("/") ? text.value : text.value + "/"
    }

    private func severities() -> [String: RuleSetting] {
        var settings = [String: RuleSetting]()
        for (code, value) in mapping.mapping("rules")?.entries ?? [] {
            if case .text(let setting) = value { settings[code.value] = RuleSetting(rawValue: setting.value) }
        }
        return settings
    }
}

extension YAMLValue {
    fileprivate var textValue: String? {
        if case .text(let text) = self { text.value } else { nil }
    }
}

extension Diagnostic {
    fileprivate static func invalidName(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(name)” cannot be the course's short name", at: location,
            help: "use ASCII letters, digits and hyphens, at most 64: it becomes part of file names")
    }

    fileprivate static func invalidLocaleCode(_ code: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(code)” is not a language tag", at: location, help: "use a BCP 47 tag such as fr, pt-BR or ar")
    }

    fileprivate static func duplicateLocale(_ code: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.duplicateLocale, "the locale “\(code)” stands here a second time", at: location, help: "keep one of the two")
    }

    fileprivate static func textForUnknownLocale(
        _ code: String, key: String, known: [String], at location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, Rule.unknownKey, "“\(key)” has a text for “\(code)”, which is no locale of this site", at: location,
            help: nearestName(to: code, among: known).map { "did you mean “\($0)”?" } ?? "the locales are: \(known.joined(separator: ", "))"
        )
    }

    fileprivate static func textMissing(for code: String, key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.missingKey, "“\(key)” has no text for the locale “\(code)”", at: location,
            help: "add “\(code): …” below “\(key):”")
    }

    fileprivate static func invalidAddress(_ text: String, key: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.wrongType, "“\(key)” cannot be “\(text)”", at: location,
            help: "write an absolute address without query, such as https://example.org/toolbox/")
    }
}
