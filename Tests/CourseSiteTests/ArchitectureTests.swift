import Foundation
import Testing

/// What the compiler cannot hold of the architecture.
struct ArchitectureTests {
    private static let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized

    /// Swift files below a folder of `Sources`, by their path in it.
    private func swiftFiles(in folder: String = "") -> [(path: String, text: String)] {
        let root = Self.sources.appending(path: folder).path(percentEncoded: false)
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            (path, (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? "")
        }
    }

    private func importers(of module: String) -> [String] {
        swiftFiles().filter { file in
            file.text.split(separator: "\n").contains { $0.hasPrefix("import \(module)") || $0.hasPrefix("public import \(module)") }
        }.map(\.path)
    }

    @Test(arguments: [
        ("CCMarkGFM", "CommonMark/CMark.swift"),
        ("CYAML", "CourseSite/YAML/YAMLReader.swift"),
        ("CZip", "CourseSite/Bundle/ArchiveWriter.swift"),
        ("CDeflate", "CourseSite/Bundle/Deflate.swift"),
        ("CXXHash", "CourseSite/Values/Fingerprint.swift"),
        ("CExpat", "CourseSite/Media/XMLReader.swift"),
        ("CMimalloc", "Console/Allocator.swift"),
        ("CByteScan", "HTMLBytes/ByteSet.swift"),
    ])
    func eachLibraryOfTheSystemIsKnownToOneFile(_ library: String, _ file: String) {
        #expect(importers(of: library) == [file])
    }

    /// Who builds a site loads no server.
    @Test func onlyThePreviewKnowsOfTheNetwork() {
        for module in ["NIOCore", "NIOPosix", "NIOHTTP1"] {
            let importers = importers(of: module)
            #expect(!importers.isEmpty && importers.allSatisfy { $0.hasPrefix("SitePreview/") }, "\(module): \(importers)")
        }
        #expect(importers(of: "SitePreview") == ["lutrin-preview/LutrinPreview.swift", "lutrin-preview/PreviewLog.swift"])
    }

    /// Foundation takes 11 ms to load, half of what the toolbox takes to build.
    @Test func nobodyLoadsFoundation() {
        #expect(importers(of: "Foundation") == [])
    }

    /// Each of these ends the program on input that somebody else wrote.
    @Test(arguments: ["try!", "fatalError(", "as!", "preconditionFailure("])
    func nothingEndsTheProgram(_ call: String) {
        #expect(swiftFiles().filter { $0.text.contains(call) }.map(\.path) == [])
    }

    @Test func aFileIsReadInOneSitting() {
        let long = swiftFiles().filter { $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 310 }
        #expect(long.map(\.path) == [])
    }

    @Test func theArchitectureIsToldInTwoHundredLines() throws {
        let page = try String(contentsOf: Self.sources.appending(path: "../ARCHITECTURE.md").standardized, encoding: .utf8)
        #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    }
}
