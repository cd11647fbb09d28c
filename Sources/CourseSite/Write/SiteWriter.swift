/// Writes a site into a tree of files.
struct SiteWriter {
    let workers: Workers

    func write(_ site: Site, to tree: any OutputTree) throws(EnvironmentError) {
        try tree.makeFolders(folders(of: site))
        let outputs = site.outputs
        _ = try workers.map(outputs.count, state: { [UInt8]() }) { buffer, index throws(EnvironmentError) in
            try site.make(outputs[index], into: &buffer)
            try tree.write(buffer, to: outputs[index].path)
        }
        try tree.write(OutputFolder.markerText(site.identity), to: OutputPath(OutputFolder.marker))
    }

    /// All folders of the site, parents first.
    private func folders(of site: Site) -> [OutputPath] {
        OutputPath.folders(of: site.outputs.lazy.map(\.path.string)).sorted().map { OutputPath(String($0)) }
    }
}
