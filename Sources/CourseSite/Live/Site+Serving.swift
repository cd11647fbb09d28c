/// What a server asks of a site.
extension Site {
    /// What lies at a path; `nil` where nothing does.
    public func output(at path: OutputPath) -> Output? {
        var range = outputs.startIndex..<outputs.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let output = outputs[middle]
            if output.path == path { return output }
            range = output.path < path ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// Whether an output can be had. A file of the project can have gone since the site was made.
    public func isThere(_ output: Output) -> Bool {
        guard case .source(let path) = output.content else { return true }
        return (try? files.stamp(of: path)) != nil
    }

    /// How many bytes an output has. A file of the project is not read for it; all else is made.
    public func size(of output: Output) throws(EnvironmentError) -> Int {
        guard case .source(let path) = output.content else { return try bytes(of: output).count }
        return try found(try files.stamp(of: path), path).size
    }

    /// Some bytes of an output, fewer where it ends before the range does. Of a file of the project nothing else is read; all else is made.
    public func bytes(of output: Output, in range: Range<Int>) throws(EnvironmentError) -> [UInt8] {
        guard case .source(let path) = output.content else {
            let bytes = try bytes(of: output)
            return Array(bytes[range.clamped(to: bytes.indices)])
        }
        return try found(try files.contents(of: path, in: range), path)
    }

    /// 32 hexadecimal digits that are others after every change of an output. Those of a file of the project may be others without one, when it is
    /// written anew with what it held; unless it was changed just now, it is not read for them.
    public func version(of output: Output) throws(EnvironmentError) -> String {
        guard case .source(let path) = output.content else { return Self.version(of: try bytes(of: output)) }
        let now = BuildClock.now()
        let stamp = try found(try files.stamp(of: path), path)
        var writer = RecordWriter()
        writer.write(stamp)
        if !stamp.isSettled(at: now) { writer.write(Fingerprint(try found(try files.contents(of: path), path))) }
        return Fingerprint(writer.bytes).hexadecimal
    }

    /// The same for bytes that are at hand.
    public static func version(of bytes: [UInt8]) -> String { Fingerprint(bytes).hexadecimal }

    /// The title of the course in its first language.
    public var title: String { renderer.course.configuration.title[0] }

    /// The path of the address at which the site is published, `/` where it has none; it begins and ends with a slash.
    public var basePath: String {
        guard let url = renderer.course.configuration.url?.utf8, let colon = url.firstIndex(of: UInt8(ascii: ":")) else { return "/" }
        let host = url[colon...].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
        return host.firstIndex(of: UInt8(ascii: "/")).flatMap { String(host[$0...]) } ?? "/"
    }

    /// Where files of the project lie in the site.
    /// - Parameter sources: the files, or folders that hold them, relative to the project.
    public func files(from sources: Set<String>) -> [OutputPath] {
        guard !sources.isEmpty else { return [] }
        return outputs.compactMap { output in
            guard case .source(let path) = output.content else { return nil }
            return Self.holds(path.string, sources) ? output.path : nil
        }
    }

    /// Whether a file, or a folder that holds it, is among these.
    private static func holds(_ file: String, _ sources: Set<String>) -> Bool {
        var path = file[...]
        while !sources.contains(String(path)) {
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
        return true
    }

    /// The page that shows the text of a file in its own language; `nil` where the site has no such text.
    /// - Parameter source: relative to the project: `content/fr/core/01-challenges.md`.
    public func page(from source: String) -> OutputPath? {
        let course = renderer.course
        let text = course.texts.firstIndex { $0.document.file.path.string == source && $0.document.file.key != .generated }
        guard let text else { return nil }
        return course.editions[course.texts[text].document.locale].pages.lazy.compactMap(\.self).first { $0.text == text }?.path
    }
}
