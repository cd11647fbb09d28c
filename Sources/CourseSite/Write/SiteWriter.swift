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
        var folders = Set<String>()
        for output in site.outputs {
            var folder = output.path.string[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if !folders.insert(String(folder)).inserted { break }
            }
        }
        return folders.sorted().map(OutputPath.init)
    }
}
