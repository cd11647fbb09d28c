import CourseSite
import Glibc

/// Keeps a course in memory, changes the text of one page again and again, and tells how long it takes each time until the page's new bytes are there.
///
///     WarmSite PROJECT PAGE OUTPUT TIMES
///
/// `PAGE` is the source, relative to the project, and `OUTPUT` the page in the site. Prints a line of milliseconds.
@main
struct WarmSite {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let times = Int(arguments[4]) else { throw Failure("WarmSite PROJECT PAGE OUTPUT TIMES") }
        let (project, page, output) = (arguments[1], arguments[2], arguments[3])
        let file = project + "/" + page
        let source = try read(file)
        defer { try? write(source, to: file) }
        var options = SiteBuilder.Options()
        options.defersArchives = true
        let live = LiveSite(try SiteBuilder(project: project, options: options))
        try live.build()
        var milliseconds = [Double]()
        for number in 1...times {
            let words = "Change \(number) of the text."
            try write(source + Array("\n\(words)\n".utf8), to: file)
            let clock = ContinuousClock()
            let start = clock.now
            guard case .pages = try live.update(after: [page]) else { throw Failure("more than the page was made anew") }
            guard let made = live.site?.output(at: OutputPath(output)), let bytes = try live.site?.bytes(of: made) else {
                throw Failure("there is no \(output)")
            }
            milliseconds.append((clock.now - start) / .milliseconds(1))
            guard String(decoding: bytes, as: UTF8.self).contains(words) else { throw Failure("“\(words)” is not in \(output)") }
        }
        print(milliseconds.map { "\($0)" }.joined(separator: " "))
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let stream = fopen(file, "r") else { throw Failure("cannot read \(file)") }
        defer { fclose(stream) }
        var bytes = [UInt8]()
        while case let byte = getc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to file: String) throws {
        guard let stream = fopen(file, "w") else { throw Failure("cannot write \(file)") }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Failure("cannot write \(file)") }
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
