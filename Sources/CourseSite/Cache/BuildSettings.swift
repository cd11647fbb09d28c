import Glibc

/// All that decides about a site beside `content/`, in one fingerprint.
enum BuildSettings {
    static func fingerprint(configuration: [UInt8], theme: ThemeFolder?, includesDrafts: Bool, highlighter: String?) -> Fingerprint {
        var writer = RecordWriter()
        writer.write(includesDrafts)
        if let highlighter { writer.write(highlighter) }
        func write(_ bytes: [UInt8]) { writer.write(Fingerprint(bytes)) }
        write(configuration)
        guard let theme else { return Fingerprint(writer.bytes) }
        for (name, text) in theme.templates.sorted(by: { $0.key < $1.key }) {
            writer.write(name)
            writer.write(text.path)
            write(text.bytes)
        }
        for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
            writer.write(name)
            write(bytes)
        }
        for (language, sources) in theme.strings.sorted(by: { $0.key < $1.key }) {
            writer.write(language)
            for source in sources { write(source.bytes) }
        }
        return Fingerprint(writer.bytes)
    }

    /// The program that is running: another build of it may write other pages.
    static let program: String = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "" }
        return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }()
}
