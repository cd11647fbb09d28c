public import Diagnostics

/// Puts a site in the place of the one before: whole, in one step, or not at all.
public struct SitePublisher: Sendable {
    private let output: String
    private let project: String
    private let workers: Workers

    /// - Parameters:
    ///   - output: the folder that is or becomes the site; absolute, or relative to the working folder.
    ///   - project: the project's folder, no part of which is ever replaced but the output.
    public init(output: String, project: String, jobs: Int, progress: @escaping SiteBuilder.Progress = { _, _, _ in }) {
        self.output = output
        self.project = project
        workers = Workers(count: jobs) { done, total in progress(.writing, done, total) }
    }

    /// Makes the site in the folder current, in one step.
    /// - Returns: `false` where the folder does not hold the site of the last build, or where more than one file would have to change, which cannot be one step; nothing
    ///   was done then.
    public func apply(_ patch: SitePatch, after last: LastBuild) throws(EnvironmentError) -> Bool {
        guard patch.outputs.count <= 1 else { return false }
        let folder = try OutputFolder(output)
        guard try folder.state() == .site else { return false }
        let (old, new) = (last.record.site, patch.build.record.site)
        return try folder.locked { () throws(EnvironmentError) in
            try folder.recover()
            guard try folder.holds(old) else { return false }
            guard new != old else { return true }
            // In between, the site says of itself neither that it is the old one nor that it is the new: a build that ends there is followed by a whole one.
            let marker = OutputPath(OutputFolder.marker)
            _ = try folder.replace(marker, by: OutputFolder.markerText(nil))
            for output in patch.outputs { _ = try folder.replace(output.path, by: output.bytes) }
            _ = try folder.replace(marker, by: OutputFolder.markerText(new))
            try folder.sync()
            return true
        }
    }

    /// - Returns: why the folder cannot be replaced; empty where the site stands in it now.
    public func publish(_ site: Site) throws(EnvironmentError) -> [Diagnostic] {
        let folder = try OutputFolder(output)
        guard let root = realPath(project) else { throw .system("cannot open the project folder “\(project)”") }
        for (source, isProject) in [(root, true), (root + "/content", false), (root + "/themes", false)] {
            let isInTheWay = isProject ? folder.path == root || root.hasPrefix(folder.path + "/") : folder.overlaps(source)
            if isInTheWay { return [.overlap(folder.path, with: source)] }
        }
        return try folder.locked { () throws(EnvironmentError) in
            try folder.recover()
            guard try folder.state() != .foreign else { return [.foreignOutput(folder.path)] }
            let stage = try folder.makeStage()
            do throws(EnvironmentError) {
                try SiteWriter(workers: workers).write(site, to: stage)
            } catch {
                let reason = error
                // What stopped the build is what is told; a stage that cannot be removed now is cleared by the next build.
                do throws(EnvironmentError) { try folder.clear() } catch {}
                throw reason
            }
            try folder.swapIn()
            try folder.clear()
            return []
        }
    }
}

extension Diagnostic {
    fileprivate static func foreignOutput(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.foreignOutput, "the folder holds something that Lutrin did not make", at: SourceLocation(path: path),
            help: "choose another folder with --output, or empty this one; a folder with \(OutputFolder.marker) in it is known as a site")
    }

    fileprivate static func overlap(_ path: String, with source: String) -> Diagnostic {
        Diagnostic(
            .error, Rule.foreignOutput, "a site in this folder would replace the project's own files", at: SourceLocation(path: path),
            notes: ["“\(source)” would be lost"], help: "choose another folder with --output")
    }
}
