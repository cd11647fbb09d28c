import Diagnostics

/// Takes the front matter, YAML between two lines of `---`, off a page's source.
enum FrontMatterReader {
    /// - Returns: the front matter, empty where there is none, `nil` where it cannot be read, which is then reported; and the offset of
    ///   the first byte of Markdown.
    static func read(_ bytes: [UInt8], report: FileReport) -> (FrontMatter?, bodyStart: Int) {
        let start = TextEncoding.start(of: bytes)
        guard let opening = line(at: start, in: bytes), opening.isFence("---") else { return (FrontMatter(), start) }
        var lineStart = opening.next
        while let line = line(at: lineStart, in: bytes) {
            if line.isFence("---") || line.isFence("...") {
                return (frontMatter(bytes[opening.next..<lineStart], report: report), line.next)
            }
            lineStart = line.next
        }
        report.add(.unclosed(at: report.location(of: start..<start + 3)))
        return (nil, bytes.count)
    }

    private static func frontMatter(_ yaml: ArraySlice<UInt8>, report: FileReport) -> FrontMatter? {
        do throws(YAMLError) {
            let root = try YAMLReader.read(yaml, startingAtLine: 2)
            return FrontMatter(YAMLChecker(report: report).checkRoot(root, keys: FrontMatterKeys.all))
        } catch {
            report.add(.invalidYAML(error, at: report.location(from: error.position, to: error.position)))
            return nil
        }
    }

    private struct Line {
        let text: ArraySlice<UInt8>
        /// The offset of the line after it.
        let next: Int

        func isFence(_ fence: String) -> Bool {
            text.starts(with: fence.utf8) && text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        }
    }

    private static func line(at start: Int, in bytes: [UInt8]) -> Line? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        let lineEnd = bytes[end...].starts(with: "\r\n".utf8) ? 2 : 1
        return Line(text: bytes[start..<end], next: min(end + lineEnd, bytes.count))
    }
}

extension Diagnostic {
    fileprivate static func unclosed(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, Rule.unclosedFrontMatter, "the front matter that begins here has no end", at: location,
            help: "add a line “---” after its last key")
    }
}
