/// The writing half of the file system: a folder that becomes a site. Who has only this cannot read.
protocol OutputTree: Sendable {
    /// Makes the folders that files will lie in; parents come before what they hold.
    func makeFolders(_ folders: [OutputPath]) throws(EnvironmentError)
    /// Writes a file that does not exist yet; from any thread.
    func write(_ bytes: [UInt8], to path: OutputPath) throws(EnvironmentError)
}
