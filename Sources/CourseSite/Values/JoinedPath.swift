/// A name in a folder, the root being nothing. Interpolation would take three times as long, and paths are put together for every file.
func joined(_ folder: String, _ name: String) -> String {
    guard !folder.isEmpty else { return name }
    var path = folder
    path.reserveCapacity(folder.utf8.count + 1 + name.utf8.count)
    path += "/"
    path += name
    return path
}
