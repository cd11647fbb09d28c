import Foundation
import Testing

/// Files that hold what a test must find. `UPDATE_GOLDEN=1` records what it did find, and fails, so that nobody records by accident.
enum Golden {
    private static let isRecording = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    /// - Parameter file: nothing is expected where it does not exist.
    static func check(_ actual: [UInt8], against file: URL, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let expected = (try? Data(contentsOf: file)).map(Array.init) ?? []
        if actual == expected { return }
        guard isRecording else {
            Issue.record(
                "\(file.lastPathComponent) differs; what is found now:\n\(String(decoding: actual, as: UTF8.self))",
                sourceLocation: sourceLocation)
            return
        }
        if actual.isEmpty { try FileManager.default.removeItem(at: file) } else { try Data(actual).write(to: file) }
        Issue.record("recorded \(file.path(percentEncoded: false))", sourceLocation: sourceLocation)
    }
}
