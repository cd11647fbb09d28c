import Diagnostics

/// A whole file of YAML: encoding first, then syntax.
enum YAMLFile {
    /// In bytes: settings that people write by hand come nowhere near.
    private static let sizeLimit = 128 << 10

    struct Text {
        let root: YAMLNode?
    }

    /// - Returns: `nil` where the file is not UTF-8 or not YAML, which is then reported.
    static func read(_ bytes: [UInt8], report: FileReport) -> Text? {
        guard bytes.count <= sizeLimit else {
            report.add(.tooLarge(report.path, size: bytes.count, limit: sizeLimit, what: "settings"))
            return nil
        }
        guard TextEncoding.check(bytes, report: report) else { return nil }
        do throws(YAMLError) {
            return Text(root: try YAMLReader.read(bytes[TextEncoding.start(of: bytes)...], startingAtLine: 1))
        } catch {
            report.add(.invalidYAML(error, at: report.location(from: error.position, to: error.position)))
            return nil
        }
    }
}

extension Diagnostic {
    static func invalidYAML(_ error: YAMLError, at location: SourceLocation) -> Diagnostic {
        Diagnostic(.error, Rule.invalidYAML, error.message, at: location, help: error.help)
    }
}
