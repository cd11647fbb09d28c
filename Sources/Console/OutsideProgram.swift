import CLutrin
package import CourseSite
import Glibc

/// A program of somebody else, found on `PATH` and run to its end.
///
/// Its three streams are files without a name, which can be of any size: no pipe between the two is ever full.
package enum OutsideProgram {
    package static func run(_ name: String, _ arguments: [String], _ input: [UInt8]) -> ProgramOutcome? {
        guard let streams = Streams(input: input) else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, file) in streams.files.enumerated() { posix_spawn_file_actions_adddup2(&actions, fileno(file), Int32(descriptor)) }
        // Nothing else is its business: a browser that is opened outlives the preview, and would keep its port.
        guard lutrin_spawn_closing_from(&actions, 3) == 0 else { return nil }
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var process = pid_t()
        guard posix_spawnp(&process, name, &actions, nil, words, environ) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        let signal = status & 0x7F
        return ProgramOutcome(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: streams.contents(of: 1), errors: streams.contents(of: 2))
    }

    private struct Streams: ~Copyable {
        /// By descriptor.
        let files: [UnsafeMutablePointer<FILE>]

        /// - Returns: `nil` where there is no room for them.
        init?(input: [UInt8]) {
            let files = (0..<3).compactMap { _ in tmpfile() }
            guard files.count == 3, fwrite(input, 1, input.count, files[0]) == input.count, fflush(files[0]) == 0 else {
                for file in files { fclose(file) }
                return nil
            }
            rewind(files[0])
            self.files = files
        }

        deinit { for file in files { fclose(file) } }

        func contents(of descriptor: Int) -> [UInt8] {
            let file = files[descriptor]
            rewind(file)
            var bytes = [UInt8]()
            var block = [UInt8](repeating: 0, count: 65_536)
            while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
            return bytes
        }
    }
}
