package import ArgumentParser
import Glibc

/// Where the project is.
package struct ProjectOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The project's folder (default: the nearest folder above with site.yml).", valueName: "folder"),
        completion: .directory)
    package var project: String?

    package init() {}

    /// The project's folder as given, or the nearest parent of the working folder that holds `site.yml`.
    package func folder() throws -> String {
        if let project {
            guard access("\(project)/site.yml", F_OK) == 0 else {
                throw Failure.wrongUse("there is no site.yml in “\(project)”: a project is a folder with site.yml, content/ and themes/")
            }
            return project
        }
        guard let working = getcwd(nil, 0) else { throw Failure.environment("cannot tell the working folder") }
        defer { free(working) }
        var folder = String(cString: working)
        while true {
            if access("\(folder)/site.yml", F_OK) == 0 { return folder.isEmpty ? "/" : folder }
            guard let slash = folder.lastIndex(of: "/"), !folder.isEmpty else { break }
            folder = String(folder[..<slash])
        }
        throw Failure.wrongUse("there is no site.yml here or above: go into a project, or name it with --project")
    }

    /// The project's folder from the root of the file system; `nil` where it has gone.
    package func absoluteFolder() throws -> String? {
        guard let path = realpath(try folder(), nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// The project's folder from the root of the repository, as GitHub Actions tells it, else from the working folder; empty where it is
    /// that root, or elsewhere.
    package func folderInRepository() throws -> String {
        let workspace = Terminal.environment("GITHUB_WORKSPACE") ?? ""
        guard let root = realpath(workspace.isEmpty ? "." : workspace, nil) else { return "" }
        defer { free(root) }
        let prefix = String(cString: root) + "/"
        guard let project = try absoluteFolder(), project.hasPrefix(prefix) else { return "" }
        return String(project.dropFirst(prefix.count))
    }
}
