import Foundation
import Testing

/// What `make fuzz` found once, and seeds that reach far.
struct CorpusTests {
    struct Input: Sendable, CustomTestStringConvertible {
        let target: FuzzTarget
        let file: URL

        var testDescription: String { "\(target.rawValue)/\(file.lastPathComponent)" }

        static let all = FuzzTarget.allCases.flatMap { target in
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(target.rawValue)")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
            return names.sorted().map { Input(target: target, file: folder.appending(path: $0)) }
        }
    }

    @Test(arguments: Input.all)
    func whatWasFoundIsBorne(_ input: Input) throws {
        #expect(input.target.complaint(about: Array(try Data(contentsOf: input.file))) == nil)
    }

    @Test func thereIsACorpusForEachTarget() {
        #expect(Set(Input.all.map(\.target)) == Set(FuzzTarget.allCases))
    }
}
