import Diagnostics
import Foundation
import Testing

@testable import CourseSite

/// A whole little site in `Fixtures/`, and what a build of it must say and make:
/// - `expected.txt`, what a person reads on the terminal; none where there is nothing to say;
/// - `expected/`, files of the site that are compared to the byte; which ones, whoever writes the fixture chooses;
/// - `check`, an empty file, where the site is also to be reviewed, as `lutrin check` does;
/// - `ask`, an empty file, where the servers of its links are asked, too: `FakeLychee` answers;
/// - `without.txt`, paths of the shared theme that this site does not have.
///
/// `_shared` lies under each: the theme `plain`, as short as a theme can be. What a fixture has itself comes first.
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String

    var testDescription: String { name }
    var folder: URL { Self.folder.appending(path: name) }
    var report: URL { folder.appending(path: "expected.txt") }

    var isChecked: Bool { has("check") }

    private func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path(percentEncoded: false))
    }

    static let all: [Fixture] = names(in: folder).filter { !$0.hasPrefix("_") }.map(Fixture.init)
    /// Those that have a site.
    static let sound = all.filter { $0.expectedErrors.isEmpty }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    private static func names(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    func files() throws -> OverlayFiles {
        let hidden = (try? String(contentsOf: folder.appending(path: "without.txt"), encoding: .utf8)) ?? ""
        return OverlayFiles(
            upper: try DiskFiles(root: folder.path(percentEncoded: false)), lower: try Self.sharedFiles(),
            hidden: Set(hidden.split(separator: "\n").map { SourcePath(String($0)) }))
    }

    /// The theme `plain` alone.
    static func sharedFiles() throws -> DiskFiles {
        try DiskFiles(root: folder.appending(path: "_shared").path(percentEncoded: false))
    }

    /// What makes the theme `plain` state the sizes of downloads, by path in a project.
    static func filesStatingSizes() throws -> [String: String] {
        let paths = ["base", "entries"].map { "themes/plain/partials/\($0).mustache" }
        let size = "{{#size}}{{whole}}{{/size}}"
        return Dictionary(
            uniqueKeysWithValues: try paths.map { path in
                let text = String(decoding: try sharedFiles().contents(of: SourcePath(path)) ?? [], as: UTF8.self)
                let isBase = path.contains("base")
                let stating =
                    isBase
                    ? text.replacing("</a>\n{{/downloads}}", with: ", \(size)</a>\n{{/downloads}}")
                    : text.replacing("{{/entries}}", with: "{{#downloads}}\n<p class=\"size\">\(size)</p>\n{{/downloads}}\n{{/entries}}")
                return (path, stating)
            })
    }

    /// As the fixture wants it: built, or checked.
    func build(jobs: Int = 1) throws -> SiteBuilder.Result {
        try isChecked ? check() : builder(jobs).build()
    }

    /// With all that there is to say.
    func check() throws -> SiteBuilder.Result { try builder(1).check(askingBy: has("ask") ? FakeLychee.runner : nil) }

    private func builder(_ jobs: Int) throws -> SiteBuilder {
        var options = SiteBuilder.Options()
        options.jobs = jobs
        return SiteBuilder(files: try files(), options: options)
    }

    /// The codes of the errors and the codes of all that `expected.txt` tells.
    var expectedErrors: [String] { codes(of: "error") }
    var expectedCodes: [String] { codes(of: "error") + codes(of: "warning") }

    private func codes(of severity: String) -> [String] {
        let text = (try? String(contentsOf: report, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("\(severity): ") else { return nil }
            return line.dropFirst(severity.count + 2).split(separator: ":").first.map(String.init)
        }
    }

    /// Paths in the site of the files in `expected/`.
    var expectedOutputs: [String] {
        let root = folder.appending(path: "expected")
        return (FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?.compactMap { $0 as? String } ?? []).filter {
            path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}

/// A project made of two folders, the upper one before the lower.
struct OverlayFiles: ProjectFiles {
    let upper: any ProjectFiles
    let lower: any ProjectFiles
    /// Files of the lower folder that are not seen.
    var hidden: Set<SourcePath> = []

    func entries(of folder: SourcePath) throws(EnvironmentError) -> [FolderEntry] {
        let own = try upper.entries(of: folder)
        let names = Set(own.map(\.name))
        return own
            + (try lower.entries(of: folder)).filter { entry in
                !names.contains(entry.name) && !(entry.name.map { hidden.contains(folder.appending($0)) } ?? false)
            }
    }

    func contents(of file: SourcePath) throws(EnvironmentError) -> [UInt8]? {
        if let own = try upper.contents(of: file) { return own }
        return hidden.contains(file) ? nil : try lower.contents(of: file)
    }

    func contents(of file: SourcePath, in range: Range<Int>) throws(EnvironmentError) -> [UInt8]? {
        if let own = try upper.contents(of: file, in: range) { return own }
        return hidden.contains(file) ? nil : try lower.contents(of: file, in: range)
    }

    func stamp(of file: SourcePath) throws(EnvironmentError) -> FileStamp? {
        if let own = try upper.stamp(of: file) { return own }
        return hidden.contains(file) ? nil : try lower.stamp(of: file)
    }

    func size(of file: SourcePath) throws(EnvironmentError) -> Int? {
        if let own = try upper.size(of: file) { return own }
        return hidden.contains(file) ? nil : try lower.size(of: file)
    }
}
