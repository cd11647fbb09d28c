import CommonMark
import Foundation
import Testing

/// Test data that lies beside the repository, and is not part of it.
enum SharedData {
    static let specification = load([Example].self, "gfm-spec.json")
    static let positions = load([PositionsDocument].self, "positions.json")

    struct Example: Decodable, CustomTestStringConvertible {
        let section: String
        let example: Int
        let extensions: [String]
        let markdown: String
        let html: String

        var testDescription: String { "example \(example), \(section)" }
    }

    /// A document, and for each link and image in it its destination and the line and column of its first byte.
    struct PositionsDocument: Decodable {
        let markdown: String
        let links: [Link]

        struct Link: Decodable {
            let destination: String
            let line: Int
            let column: Int

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                destination = try values.decode(String.self)
                line = try values.decode(Int.self)
                column = try values.decode(Int.self)
            }
        }
    }

    private static func load<Value: Decodable>(_ type: Value.Type, _ name: String) -> Value? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        guard let data = try? Data(contentsOf: root.appending(path: "../shared/data/\(name)")) else { return nil }
        return try? JSONDecoder().decode(type, from: data)
    }
}
